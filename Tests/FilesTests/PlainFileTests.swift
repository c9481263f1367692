import Files
import Foundation
import Testing

@Suite struct PlainFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String) throws -> String {
    let path = folder.appending(path: "a.json").path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a file is replaced whole and keeps its mode`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try write("old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try PlainFile(path).replace(with: Array("new".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try names() == ["a.json"])
  }

  @Test func `a file that was changed meanwhile is left alone`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try write("old")
    let file = try PlainFile(path)
    _ = try write("somebody else's")
    #expect(throws: FileFailure.changed) { try file.replace(with: Array("new".utf8)) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "somebody else's")
    #expect(try names() == ["a.json"])
  }

  @Test func `symbolic links are not followed, folders are no files`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try write("old")
    let link = folder.appending(path: "link.json").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: FileFailure.symlink) { try PlainFile(link) }
    #expect(throws: FileFailure.notRegular) { try PlainFile(folder.path) }
    #expect(throws: FileFailure.open(errno: ENOENT)) { try PlainFile(path + "x") }
  }

  @Test func `a link that took the file's place is not written through`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try write("old")
    let file = try PlainFile(path)
    let other = folder.appending(path: "other.json").path
    try FileManager.default.moveItem(atPath: path, toPath: other)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    #expect(throws: FileFailure.changed) { try file.replace(with: Array("new".utf8)) }
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "old")
  }

  @Test func `a file that is not put in its place leaves nothing`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.json").path
    do {
      let file = try ReplacementFile(at: path)
      try file.write(Array("half".utf8))
    }
    #expect(try names().isEmpty)
  }
}
