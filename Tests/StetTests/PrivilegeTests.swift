import Foundation
import Testing

/// What a pull request must not decide is refused in the configuration, and the option that takes its
/// place exists.
@Suite struct PrivilegeTests {
  static let keys: [(text: String, option: String?)] = [
    ("allow-private: true", "--allow-private"),
    ("allow-address: [10.0.0.1]", "--allow-address"),
    ("allow-ports: [22]", "--allow-address"),
    ("connect-to: ['a:80:b:80']", "--connect-to"), ("resolve: a", "--connect-to"),
    ("proxy: http://a.example/", nil), ("headers: ['A: b']", nil), ("token: a", nil),
    ("cookies: a", nil), ("insecure: true", nil), ("ca-file: a.pem", "--ca-file"),
    ("cache: a", "--store"), ("store: a", "--store"), ("report: junit=a", "--report"),
    ("output: a", "--report"), ("baseline: a", "--baseline"), ("follow-symlinks: true", nil),
    ("root: /", nil), ("max-record-size: 1GiB", "--max-record-size"),
    ("links: { timeout: 1h }", "--timeout"),
    ("links: { connect-timeout: 1h }", "--connect-timeout"),
    ("links: { connections: 1000 }", "--connections"), ("links: { rate: 1000 }", "--rate"),
    ("links: { host-connections: 100 }", "--host-connections"),
    ("links: { max-redirects: 100 }", "--max-redirects"),
    ("links: { allow-private: true }", "--allow-private"), ("links: { proxy: a }", nil),
    ("hosts: { a.example: { rate: 100 } }", "--rate"),
    ("hosts: { a.example: { connections: 100 } }", nil),
    ("hosts: { a.example: { timeout: 1h } }", "--timeout"),
  ]

  @Test(arguments: keys, ["stet.yml", "base.yml"])
  func `it is refused in one line, in the file and in those that it extends`(
    key: (text: String, option: String?), file: String
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", "{}")
    if file != "stet.yml" { try folder.write("stet.yml", "extends: \(file)\n") }
    try folder.write(file, "\(key.text)\n")
    let run = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.out.isEmpty)
    #expect(run.err.hasPrefix("stet: \(file):1:"), "\(run.err)")
    #expect(run.err.contains("command line"), "\(run.err)")
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    if let option = key.option { #expect(run.err.contains("(\(option))"), "\(run.err)") }
  }

  @Test func `the options that the messages name exist`() async throws {
    let help = try await Binary.run(["check", "--help"]).out
    for option in Set(Self.keys.compactMap(\.option)) { #expect(help.contains(option)) }
  }

  @Test func `the summary counts what is excused by where the excuse stands`() async throws {
    let folder = try Binary.Folder()
    try folder.write(
      "stet.yml",
      "ignore: [{ rule: language/case, reason: Old. }]\nrules: { '*': off, language/case: error, shape/outer-white-space: error }\n"
    )
    try folder.write(
      "a.json",
      #"{"slug":"a","lang":"EN","title":"T ","x-stet":[{"allow":"shape/*","reason":"Old."}]}"#)
    let run = try await Binary.run(["check", "a.json", "--offline"], in: folder.url)
    #expect(run.status == 0)
    #expect(run.out.contains("2 suppressed (1 by record, 1 by configuration)"), "\(run.out)")
    let lines = try await Binary.run(
      ["check", "a.json", "--offline", "--report", "jsonl"], in: folder.url)
    let summary = try #require(lines.json.last)
    #expect(
      summary["suppressedBy"] as? [String: Int] == [
        "record": 1, "markdown": 0, "configuration": 1, "baseline": 0,
      ])
    #expect(summary["unchanged"] as? Int == 0)
    #expect(summary["exceeded"] as? [String] == [])
  }
}
