import Files
import Foundation
import Testing

@Suite struct RootFolderTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString)")
    let inner = folder.appending(path: "root/a")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try Data().write(to: inner.appending(path: "b"))
    try Data().write(to: folder.appending(path: "secret"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "root/way").path, withDestinationPath: "../secret")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "root/up").path, withDestinationPath: "..")
  }

  @Test(arguments: [
    ("a/b", RootFolder.Place.there), ("/a/b", .there), ("a/", .there), ("", .there),
    ("a/./b", .there), ("x/../a/b", .there), ("a/c", .missing), ("a/b/c", .missing),
    ("a\u{0}/b", .missing), ("../root/a/b", .outside), ("..", .outside),
    ("a/../../secret", .outside),
    ("way", .outside), ("up/secret", .outside),
  ])
  func `only what is beneath the folder is found`(path: String, place: RootFolder.Place) throws {
    let root = try RootFolder(folder.appending(path: "root").path)
    #expect(root.place(of: Array(path.utf8)) == place)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func `what is no folder is refused`() throws {
    #expect(throws: FileFailure.self) {
      _ = try RootFolder(folder.appending(path: "secret").path).path
    }
    try FileManager.default.removeItem(at: folder)
  }
}
