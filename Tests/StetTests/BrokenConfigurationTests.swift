import Foundation
import Testing

@Suite struct BrokenConfigurationTests {
  private static let bomb = (0..<9).map { level in
    "l\(level): &l\(level) ["
      + Array(repeating: level == 0 ? "x" : "*l\(level - 1)", count: 9)
      .joined(separator: ", ") + "]"
  }.joined(separator: "\n")

  static let cases: [(text: String, place: String, says: String)] = [
    ("rulse: {}", "stet.yml:1:1", "Did you mean 'rules'?"),
    ("links:\n  timout: 5s", "stet.yml:2:3", "Did you mean 'timeout'?"),
    ("rules:\n  dates/not-utd: off", "stet.yml:2:3", "Did you mean 'dates/not-utc'?"),
    ("rules:\n  dats/*: off", "stet.yml:2:3", "No rule is called 'dats/*'."),
    ("rules:\n  dates/not-utc: of", "stet.yml:2:18", "Did you mean 'off'?"),
    (
      "rules:\n  links/long-chain: { limt: 5 }", "stet.yml:2:23", "Did you mean 'limit'?"
    ),
    (
      "overrides:\n- files: a\n  rules: { slug/patern: off }", "stet.yml:3:12",
      "Did you mean 'slug/pattern'?"
    ),
    ("ignore:\n- { rule: links/daed, reason: r }", "stet.yml:2:3", "Did you mean 'links/dead'?"),
    ("overrides:\n- files: 'a{b'\n  rules: {}", "stet.yml:2:10", "'{' is not closed"),
    ("allow-private: true", "stet.yml:1:1", "taken from the command line only (--allow-private)"),
    ("links: { headers: [a] }", "stet.yml:1:10", "a pull request can change this file"),
    ("links: { max-redirects: 99 }", "stet.yml:1:25", "can be at most 10 here"),
    ("extends: /etc/passwd", "stet.yml:1:10", "leads out of the repository"),
    ("extends: gone.yml", "stet.yml:1:10", "'gone.yml': No such file"),
    ("extends: stet.yml", "stet.yml:1:10", "extend one another"),
    ("fail-on: [", "stet.yml:2:1", "This is no YAML"),
    ("a: b: c", "stet.yml:1:5", "This is no YAML"),
    ("fail-on: note\nfail-on: note", "stet.yml:2:1", "stands here twice. Remove one of the two."),
    (bomb, "stet.yml:2:10", "Anchors and aliases are not read here"),
    (String(repeating: "[", count: 100_000), "stet.yml:", "This is no YAML"),
    (String(repeating: "#", count: 300_000), "stet.yml:1:1", "larger than 256 KiB"),
  ]

  @Test(arguments: cases) func `trouble with the configuration is one line with its place and mend`(
    text: String, place: String, says: String
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", text)
    try folder.write("a.json", "{}")
    let run = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.out.isEmpty)
    #expect(run.err.hasPrefix("stet: \(place)"), "\(run.err)")
    #expect(run.err.contains(says), "\(run.err)")
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
  }

  static let arguments: [(arguments: [String], says: String)] = [
    (["check", "--config", "none.yml"], "none.yml:1:1: The file cannot be read: No such file"),
    (["check", "--config", "."], "it is a folder"),
    (["check", "--config", "x", "--no-config"], "exclude one another"),
    (["check", "a.json", "--ofline"], "Did you mean '--offline'?"),
    (["check", "a.json", "--offline", "--only", "date/not-utc"], "Did you mean 'dates/not-utc'?"),
    (["check", "a.json", "--report", "junt"], "Did you mean 'junit'?"),
    (["check", "a.json", "--report", "newspaper"], "There are checkstyle, "),
    (["chekc", "a.json"], "Did you mean 'stet check'?"),
    (["rules", "exlpain", "a/b"], "Did you mean 'stet rules explain'?"),
    (["rules", "new", "Loud"], "PACK/FAULT in lower case"),
    (["rules", "new", "../../loud"], "PACK/FAULT in lower case"),
    (["check", "a.json", "--since", "HEAD"], "is in none"),
  ]

  @Test(arguments: arguments) func `trouble with the command line is told with a guess`(
    arguments: [String], says: String
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", "{}")
    let run = try await Binary.run(arguments, in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains(says), "\(run.err)")
  }

  @Test func `a pipe in the place of the configuration does not hold the run up`() async throws {
    let folder = try Binary.Folder()
    try Program.run("mkfifo", [folder.url.appending(path: "stet.yml").path])
    let run = try await Binary.run(["check", ".", "--offline"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.contains("it is no file"), "\(run.err)")
  }

  static let rules: [(text: String, says: String)] = [
    (bomb, ":2:10: Anchors and aliases are not read here"),
    ("sumary: x", ":1:1: 'sumary' is no known key. Did you mean 'summary'?"),
    ("summary: [", "This is no YAML"),
    ("", "The file is empty"),
    (String(repeating: "[", count: 100_000), "This is no YAML"),
    (String(repeating: "#", count: 300_000), "larger than 256 KiB"),
  ]

  @Test(arguments: rules) func `trouble with a rule file is one line with its place`(
    text: String, says: String
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("own/house/loud.yml", text)
    try folder.write("a.json", "{}")
    let run = try await Binary.run(
      ["check", "a.json", "--offline", "--rules", "own"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err.hasPrefix("stet: own/house/loud.yml:"), "\(run.err)")
    #expect(run.err.contains(says), "\(run.err)")
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
  }

  /// What stands in the place of `stet.yml` and of a rule file, and what is said of it.
  static let places: [(name: String, make: @Sendable (URL) throws -> Void, says: String)] = [
    (
      "Latin-1",
      { try Data("# a\n# caf\u{E9}".unicodeScalars.map { UInt8($0.value) }).write(to: $0) },
      ":2:6: This is no UTF-8 text. Save the file as UTF-8."
    ),
    (
      "UTF-16", { try "a: b".data(using: .utf16)?.write(to: $0) },
      ":1:1: This is no UTF-8 text. Save the file as UTF-8."
    ),
    (
      "UTF-16 without a mark", { try "a: b".data(using: .utf16LittleEndian)?.write(to: $0) },
      ":1:2: This is no UTF-8 text. Save the file as UTF-8."
    ),
    (
      "twice", { try Data("summary: a\nmend: b\nsummary: c".utf8).write(to: $0) },
      ":3:1: The key 'summary' stands here twice. Remove one of the two."
    ),
    (
      "bomb", { try Data(bomb.utf8).write(to: $0) }, ":2:10: Anchors and aliases are not read here."
    ),
    ("a list", { try Data("- a".utf8).write(to: $0) }, ":1:1: 'the "),
  ]

  @Test(arguments: places)
  func `what is no configuration and no rule file is one line with its place`(
    name: String, make: @Sendable (URL) throws -> Void, says: String
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", "{}")
    try folder.write("own/house/other.txt", "")
    for (file, options) in [
      ("stet.yml", []), ("own/house/loud.yml", ["--no-config", "--rules", "own"]),
    ] {
      try make(folder.url.appending(path: file))
      let run = try await Binary.run(["check", "a.json", "--offline"] + options, in: folder.url)
      #expect(run.status == 2)
      #expect(run.err.hasPrefix("stet: \(file)\(says)"), "\(run.err)")
      #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    }
  }

  @Test func `a file that may not be read, and a folder in its place, are told`() async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", "{}")
    try folder.write("stet.yml/x", "")
    let run = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.err == "stet: stet.yml:1:1: The file cannot be read: it is a folder.\n")
    let rule = try folder.write("own/house/loud.yml", "summary: a")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: rule)
    for own in ["none", "a.json"] + (getuid() == 0 ? [] : ["own"]) {
      let run = try await Binary.run(
        ["check", "a.json", "--offline", "--no-config", "--rules", own], in: folder.url)
      #expect(run.status == 2)
      #expect(run.err.contains(":1:1: The file cannot be read: "), "\(run.err)")
      #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    }
  }
}
