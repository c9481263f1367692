import Foundation
import Testing

/// What each rule that needs no network catches, one record for each way to break it: that may grow
/// and not shrink.
@Suite struct RulesCatalogueTests {
  /// What needs all records is asked of the cases that have several.
  private static let overCorpus = ["corpus/*", "dates/mixed-forms", "taxonomy/term-variant"]

  static let packs = [
    "alternates", "corpus", "dates", "language", "markdown", "metadata", "record", "required",
    "rules", "shape", "slug", "taxonomy", "urls",
  ]

  /// Cases that are checked in one run: those with the same configuration, or one corpus.
  private static func runs(of pack: String) -> [[CatalogueCase]] {
    let cases = CatalogueCase.all[pack] ?? []
    let single = Dictionary(grouping: cases.filter { $0.files.count == 1 }, by: \.configuration)
    return single.values + cases.filter { $0.files.count > 1 }.map { [$0] }
  }

  private static func write(_ cases: [CatalogueCase]) throws -> Binary.Folder {
    let folder = try Binary.Folder()
    try folder.write("stet.yml", cases[0].configuration)
    for (number, item) in cases.enumerated() {
      for (index, file) in item.files.enumerated() {
        try folder.write(path(number, index, item), "")
        try file.text.write(to: folder.url.appending(path: path(number, index, item)))
      }
    }
    return folder
  }

  private static func path(_ number: Int, _ index: Int, _ item: CatalogueCase) -> String {
    item.files.count == 1 ? "\(number)/\(item.name)" : "\(number)/\(index).json"
  }

  private static func check(
    _ cases: [CatalogueCase], in folder: Binary.Folder, _ options: [String] = []
  ) async throws -> [String: [[String: Any]]] {
    let choice =
      cases[0].files.count > 1
      ? ["--only", cases[0].rule] : overCorpus.flatMap { ["--skip", $0] }
    let run = try await Binary.run(
      ["check", ".", "--offline", "--now", "2026-07-01T12:00:00Z", "--report", "jsonl"] + choice
        + options, in: folder.url)
    #expect(run.status < 2, "\(run.err)")
    let findings = run.json.filter { $0["type"] as? String == "finding" }
    return Dictionary(grouping: findings) { $0["file"] as? String ?? "" }
  }

  /// The text that a finding marks; none where it is on several lines.
  private static func marked(_ finding: [String: Any], _ text: Data) -> String? {
    guard let line = finding["line"] as? Int, finding["endLine"] as? Int == line,
      let start = finding["columnInUTF8"] as? Int, let end = finding["endColumnInUTF8"] as? Int
    else { return nil }
    let bytes = Array(text.split(separator: 0x0A, omittingEmptySubsequences: false)[line - 1])
    return String(decoding: bytes[(start - 1)..<(end - 1)], as: UTF8.self)
  }

  @Test(arguments: packs) func `a fault gives its finding, and no other`(pack: String) async throws
  {
    #expect(!(CatalogueCase.all[pack] ?? []).isEmpty)
    for cases in Self.runs(of: pack) {
      let folder = try Self.write(cases)
      let found = try await Self.check(cases, in: folder)
      for (number, item) in cases.enumerated() {
        let file = Self.path(number, item.culprit, item)
        let (own, others) = Self.split(found[file] ?? [], item)
        #expect(own.count == item.times, "\(item) in \(file)")
        #expect(others == item.also, "\(item)")
        guard let finding = own.first else { continue }
        #expect(finding["field"] as? String == item.field, "\(item)")
        #expect(finding["severity"] as? String == item.severity, "\(item)")
        let suggestion = finding["suggestion"] as? [String: Any]
        #expect(suggestion?["safety"] as? String == item.fix, "\(item)")
        let message = finding["message"] as? String ?? ""
        if let says = item.says { #expect(message.contains(says), "\(message)") }
        guard let marks = item.marks else { continue }
        let marked = Self.marked(finding, item.files[item.culprit].text)
        #expect(marked.map { Array($0.utf8) } == Array(marks.utf8), "\(item): \(marked ?? "")")
      }
    }
  }

  /// The findings of the case's rule, and the other rules that fired.
  private static func split(
    _ findings: [[String: Any]], _ item: CatalogueCase
  ) -> (own: [[String: Any]], others: Set<String>) {
    let others = findings.compactMap { $0["rule"] as? String }
      .filter { $0 != item.rule && (!item.isReaderOnly || $0.hasPrefix("record/")) }
    return (findings.filter { $0["rule"] as? String == item.rule }, Set(others))
  }

  @Test(arguments: packs) func `what can be mended safely is, and the finding is gone`(
    pack: String
  ) async throws {
    for cases in Self.runs(of: pack) {
      let safe = cases.filter { $0.fix == "safe" }
      guard !safe.isEmpty else { continue }
      let folder = try Self.write(safe)
      let left = try await Self.check(safe, in: folder, ["--fix"])
      for (number, item) in safe.enumerated() {
        let file = Self.path(number, 0, item)
        #expect(Self.split(left[file] ?? [], item).own.isEmpty, "\(item)")
        let text = try Data(contentsOf: folder.url.appending(path: file))
        #expect(text == item.files[0].mended, "\(item): \(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  @Test func `the article that the cases are made from has no fault`() async throws {
    let folder = try Binary.Folder()
    for name in ["article", "other"] {
      let url = Binary.root.appending(path: "Tests/Catalogue/\(name).json")
      let text = try String(contentsOf: url, encoding: .utf8).replacing("#", with: "1")
      try folder.write("\(name)/article.json", text)
    }
    let run = try await Binary.run(
      ["check", ".", "--offline", "--now", "2026-07-01T12:00:00Z", "--report", "jsonl"],
      in: folder.url)
    #expect(run.json.filter { $0["type"] as? String == "finding" }.isEmpty, "\(run.out)")
  }

  @Test func `every rule that needs no network is in the catalogue`() async throws {
    let list = try await Binary.run(["rules", "list"]).out
    let rules = list.split(separator: "\n")
      .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
      .filter { !$0.hasPrefix("links/") && !$0.hasPrefix("pages/") }
    // These need more than a record: see `RuleSwitchTests`.
    let elsewhere: Set = [
      "record/not-a-regular-file", "record/symlink", "record/too-deep", "record/too-large",
      "record/unreadable-file", "rules/selector-never-matched",
    ]
    let known = Set(CatalogueCase.all.values.joined().map(\.rule))
    #expect(Set(rules).subtracting(known) == elsewhere)
    #expect(known.isSubset(of: rules))
  }
}
