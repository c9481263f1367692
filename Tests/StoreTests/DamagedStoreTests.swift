import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct DamagedStoreTests {
  private func trouble(_ folder: StoreFolder) -> StoreTrouble? {
    do {
      try OutcomeStore(path: folder.path, now: folder.now).close()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "hello", String(repeating: "x", count: 5_000)])
  func `what is no database is set aside, and the next run makes a new one`(text: String) throws {
    let folder = try StoreFolder()
    try Data(text.utf8).write(to: URL(filePath: folder.path))
    let aside = "\(folder.path).corrupt-\(folder.now)"
    #expect(trouble(folder) == .corrupt(path: folder.path, movedTo: aside))
    #expect(try String(contentsOfFile: aside, encoding: .utf8) == text)
    #expect(trouble(folder) == nil)
  }

  @Test func `a cut file is set aside`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.save((0..<2_000).map { folder.stored($0) })
    store.close()
    let whole = try Data(contentsOf: URL(filePath: folder.path))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: folder.path))
    guard case .corrupt(_, _?) = trouble(folder) else {
      Issue.record("\(String(describing: trouble(folder)))")
      return
    }
  }

  @Test func `flipped bits never crash, and never give what was not written`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.save((0..<300).map { folder.stored($0) })
    store.close()
    let whole = try Data(contentsOf: URL(filePath: folder.path))
    var random = SplitMix(state: 42)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<40 {
        let bit = Int(random.next() % UInt64(bytes.count * 8))
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      }
      try bytes.write(to: URL(filePath: folder.path))
      guard let damaged = try? folder.open() else { continue }
      for outcome in (try? folder.found(Array(0..<300), in: damaged)) ?? [] {
        guard let outcome else { continue }
        #expect(outcome.isSound(at: folder.now))
      }
      damaged.close()
    }
  }

  @Test func `what is no file of ours is left alone`() throws {
    let folder = try StoreFolder()
    try folder.execute("CREATE TABLE songs (name TEXT)")
    #expect(trouble(folder) == .foreign(path: folder.path))
    try FileManager.default.removeItem(atPath: folder.path)

    try folder.open().close()
    try folder.execute("PRAGMA user_version = 7")
    #expect(trouble(folder) == .otherVersion(path: folder.path, version: 7))
    try FileManager.default.removeItem(atPath: folder.path)

    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
    #expect(trouble(folder) == .unusable(path: folder.path, what: "a folder"))
    try FileManager.default.removeItem(atPath: folder.path)

    try FileManager.default.createSymbolicLink(
      atPath: folder.path, withDestinationPath: "/etc/hostname")
    #expect(trouble(folder) == .unusable(path: folder.path, what: "a symbolic link"))
    #expect(folder.names == ["links.sqlite"])
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON outcome BEGIN DELETE FROM outcome; END",
    "CREATE VIEW v AS SELECT 1", "ALTER TABLE outcome ADD COLUMN more TEXT",
    "DROP TABLE outcome",
  ])
  func `a file with another shape is set aside`(sql: String) throws {
    let folder = try StoreFolder()
    try folder.open().close()
    try folder.execute(sql)
    guard case .corrupt(_, _?) = trouble(folder) else {
      Issue.record("it was opened")
      return
    }
  }

  @Test func `a file that another run has replaced by now is not moved away`() throws {
    let folder = try StoreFolder()
    try Data("hello".utf8).write(to: URL(filePath: folder.path))
    var file = StoreFile(folder.path)
    #expect(throws: StoreTrouble.self) { _ = try file.exists() }
    try Data("new".utf8).write(to: URL(filePath: folder.path + ".other"))
    rename(folder.path + ".other", folder.path)
    #expect(file.setAside(now: folder.now) == .corrupt(path: folder.path, movedTo: nil))
    #expect(folder.names == ["links.sqlite"])
  }
}

/// Numbers that are the same in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
