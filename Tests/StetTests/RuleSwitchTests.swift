import Foundation
import Testing

/// The rules whose faults no example can show, and those of the reader: each is seen to fire, and to
/// be heeded when it is set in the configuration. The others are in `RuleExamplesTests`.
@Suite struct RuleSwitchTests {
  struct Case: CustomTestStringConvertible {
    let rule: String
    var file = "a.json"
    var text = "{}"
    /// Whether a record can be read of the text: else the rule cannot be switched off.
    var isReadable = true
    var configuration = ""
    var prepare: @Sendable (Binary.Folder) throws -> Void = { _ in }

    var testDescription: String { rule }
  }

  private static func excused(_ entry: String) -> String {
    #"{"slug":"a","published_at":"2026-06-25T08:00:00Z","x-stet":[\#(entry)]}"#
  }

  static let cases: [Case] = [
    Case(rule: "record/not-json", text: #"{"a":1,}"#, isReadable: false),
    Case(rule: "record/not-an-object", text: "7", isReadable: false),
    Case(rule: "record/duplicate-key", text: #"{"slug":"a","slug":"b"}"#),
    Case(
      rule: "record/invalid-utf8", isReadable: false,
      prepare: { folder in
        try Data(#"{"title":""#.utf8 + [0xFF] + #""}"#.utf8)
          .write(to: folder.url.appending(path: "a.json"))
      }),
    Case(rule: "record/lone-surrogate", text: #"{"title":"\ud83d"}"#),
    Case(rule: "record/byte-order-mark", text: "\u{FEFF}{}"),
    Case(
      rule: "record/too-large",
      text: #"{"a":""# + String(repeating: "a", count: 17 << 20) + #""}"#, isReadable: false),
    Case(
      rule: "record/too-deep", text: #"{"a":"# + String(repeating: "[", count: 600),
      isReadable: false),
    Case(
      rule: "record/symlink", file: "b.json",
      prepare: { folder in
        try FileManager.default.createSymbolicLink(
          atPath: folder.url.appending(path: "a.json").path, withDestinationPath: "/etc/hostname")
      }),
    Case(
      rule: "record/not-a-regular-file", file: "b.json", isReadable: false,
      prepare: { folder in
        try Program.run("mkfifo", [folder.url.appending(path: "a.json").path])
      }),
    Case(
      rule: "rules/expired-suppression",
      text: excused(#"{"allow":"dates/not-utc","reason":"r","until":"2026-01-31"}"#)),
    Case(rule: "rules/malformed-suppression", text: excused(#"{"alow":"dates/not-utc"}"#)),
    Case(rule: "rules/suppression-without-reason", text: excused(#"{"allow":"dates/not-utc"}"#)),
    Case(
      rule: "rules/unused-suppression",
      text: excused(#"{"allow":"dates/not-utc","reason":"r"}"#)),
    Case(
      rule: "rules/selector-never-matched", configuration: "rule-folders: own\n",
      prepare: { folder in
        try folder.write(
          "own/house/loud.yml",
          """
          summary: Loud.
          severity: note
          given: $.titel
          check: { pattern: { refuse: '!' } }
          message: Loud.
          why: It is.
          mend: Whisper.
          examples: { passing: [{ titel: a }], failing: [{ titel: "a!" }] }
          """)
      }),
  ]

  /// The severities of the rule's findings when it is set so.
  private func severities(_ item: Case, setting: String) async throws -> Set<String> {
    let folder = try Binary.Folder()
    try folder.write(item.file, item.text)
    try item.prepare(folder)
    try folder.write("stet.yml", item.configuration + "rules: { \(item.rule): \(setting) }\n")
    let run = try await Binary.run(
      [
        "check", ".", "--offline", "--now", "2026-06-25T12:00:00Z", "--report", "jsonl",
      ], in: folder.url)
    let found = run.json.filter { $0["rule"] as? String == item.rule }
    return Set(found.compactMap { $0["severity"] as? String })
  }

  @Test(arguments: cases) func `a rule fires, takes its severity and is heeded when off`(
    item: Case
  ) async throws {
    #expect(try await severities(item, setting: "error") == ["error"])
    #expect(try await severities(item, setting: "note") == ["note"])
    let off = try await severities(item, setting: "off")
    #expect(off.isEmpty == item.isReadable, "\(off)")
  }

  @Test func `all rules of these packs are looked at here`() async throws {
    let list = try await Binary.run(["rules", "list"]).out
    let ids = list.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first }
      .map(String.init).filter { $0.hasPrefix("record/") || $0.hasPrefix("rules/") }
    // Whether a file can be read is not for root to be refused.
    #expect(Set(ids).subtracting(Self.cases.map(\.rule)) == ["record/unreadable-file"])
  }

  /// Of every other pack, a rule that a configuration switches off and on.
  @Test(arguments: [
    ("required/missing", "{}"), ("shape/wrong-type", #"{"title":7}"#),
    ("dates/not-a-date-time", #"{"published_at":"x"}"#), ("language/case", #"{"lang":"EN"}"#),
    ("urls/insecure", #"{"url":"http://www.gazette.test/"}"#), ("slug/pattern", #"{"slug":"A"}"#),
    ("alternates/missing", #"{"alternates":{"html":"https://www.gazette.test/a"}}"#),
    ("markdown/empty-link", #"{"body_md":"[x]()"}"#),
    ("metadata/shouting", #"{"title":"STORM TONIGHT OVER THE COAST"}"#),
    ("taxonomy/duplicate-term", #"{"topics":["a","a"]}"#),
  ])
  func `a rule of each pack is set by the configuration`(
    rule: String, text: String
  ) async throws {
    let item = Case(rule: rule, text: text)
    #expect(try await severities(item, setting: "note") == ["note"])
    #expect(try await severities(item, setting: "off") == [])
  }
}
