import Foundation
import Model
import Settings
import Testing
import YAML

@Suite struct ConfigurationFileTests {
  @Test func `the configuration is found above, up to the root of the repository`() throws {
    let folder = try SettingsFolder([
      "stet.yml": "fail-on: note", "site/.git/HEAD": "", "site/news/2026/a.json": "{}",
    ])
    let news = folder.url.appending(path: "site/news/2026").path
    #expect(try ConfigurationFile.path(above: news, home: nil) == nil)
    try Data("fail-on: note".utf8).write(to: folder.url.appending(path: "site/stet.yml"))
    #expect(try ConfigurationFile.path(above: news, home: nil) == "../../stet.yml")
  }

  @Test func `outside a repository it is found up to the home folder, else in the folder alone`()
    throws
  {
    let folder = try SettingsFolder(["home/stet.yml": "fail-on: note", "home/a/b.json": "{}"])
    let home = folder.url.appending(path: "home").path
    #expect(try ConfigurationFile.path(above: home + "/a", home: home) == "../stet.yml")
    #expect(try ConfigurationFile.path(above: home + "/a", home: nil) == nil)
    #expect(try ConfigurationFile.path(above: home, home: nil) == "stet.yml")
  }

  @Test func `a file of nearly the right name is told`() throws {
    let folder = try SettingsFolder(["stet.yaml": "fail-on: note"])
    #expect(throws: SettingsError(file: "stet.yaml", .misnamed)) {
      try ConfigurationFile.path(above: folder.url.path, home: nil)
    }
  }

  @Test func `a file is laid over those that it extends`() throws {
    let folder = try SettingsFolder([
      "stet.yml": "extends: [base/one.yml]\nfail-on: note\nrules: { a/b: off }\n",
      "base/one.yml": "extends: two.yml\nfail-on: error\nrules: { a/b: note, c/d: note }\n",
      "base/two.yml": "base-url: https://two.example/\nrule-folders: [../own]\n",
      "own/x/y.yml": "",
    ])
    let settings = try folder.settings()
    #expect(settings.failOn?.value == .note)
    #expect(settings.rules.map(\.pattern) == ["a/b", "c/d", "a/b"])
    #expect(settings.baseURL?.place.file == "base/two.yml")
    #expect(settings.ruleFolders.map(\.value) == ["base/../own"])
  }

  @Test func `files that extend one another are refused`() throws {
    let folder = try SettingsFolder(["stet.yml": "extends: b.yml", "b.yml": "extends: stet.yml"])
    let error = #expect(throws: SettingsError.self) { try folder.settings() }
    #expect(error?.fault == .circle(["stet.yml", "b.yml", "stet.yml"]))
  }

  @Test func `a long row of files is refused`() throws {
    var files = ["stet.yml": "extends: 0.yml", "9.yml": "fail-on: note"]
    for number in 0..<9 { files["\(number).yml"] = "extends: \(number + 1).yml" }
    let error = #expect(throws: SettingsError.self) { try SettingsFolder(files).settings() }
    #expect(error?.fault == .tooDeep(limit: 8))
  }

  @Test(arguments: ["/etc/passwd", "../outside.yml", "link.yml"])
  func `nothing outside the repository is read`(path: String) throws {
    let folder = try SettingsFolder([
      "outside.yml": "fail-on: note", "site/stet.yml": "extends: \(path)",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "site/link.yml").path,
      withDestinationPath: "../outside.yml")
    let error = #expect(throws: SettingsError.self) { try folder.settings("site/stet.yml") }
    #expect(error?.fault == .outside(key: "extends", path: path))
  }

  @Test func `a file that is not there, a folder and bytes that are no text are told`() throws {
    let folder = try SettingsFolder(["stet.yml": "extends: gone.yml", "folder/x": ""])
    try Data([0xFF, 0xFE]).write(to: folder.url.appending(path: "bytes.yml"))
    for name in ["stet.yml", "none.yml", "folder", "bytes.yml"] {
      let error = #expect(throws: SettingsError.self) { try folder.settings(name) }
      switch error?.fault {
      case .unreadable, .yaml(.unreadable), .yaml(.notUTF8): continue
      default: Issue.record("\(name): \(String(describing: error))")
      }
    }
  }
}
