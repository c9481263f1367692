import Foundation
import Model
import Testing
import YAML

@testable import Rules

@Suite struct RuleCatalogueTests {
  @Test func `shipped rules are sorted and stand in the packs of the catalogue`() throws {
    let rules = try RuleCatalogue().rules
    #expect(rules.map(\.id) == rules.map(\.id).sorted())
    let counts = Dictionary(grouping: rules, by: \.id.pack).mapValues(\.count)
    let expected = [
      "record": 11, "required": 4, "shape": 7, "dates": 8, "language": 7, "urls": 11, "slug": 4,
      "alternates": 6, "links": 10, "pages": 21, "rules": 5,
    ]
    for (pack, count) in expected { #expect(counts[pack] == count, "\(pack)") }
  }

  @Test func `rules that wait for one another are refused`() {
    let texts = [
      ("house/a.yml", RuleFileTests.text(["when": "{ passes: [house/b] }"])),
      ("house/b.yml", RuleFileTests.text(["when": "{ passes: [house/a] }"])),
    ]
    let error = #expect(throws: RuleFileError.self) { try RuleCatalogue(texts: texts) }
    #expect(error?.fault == .cycle(["house/a", "house/b", "house/a"]))
  }

  @Test func `waiting for a rule that does not exist is refused with a guess`() {
    let text = RuleFileTests.text(["when": "{ passes: [slug/patern] }"])
    let error = #expect(throws: RuleFileError.self) {
      try RuleCatalogue(texts: [("house/a.yml", text)])
    }
    #expect(error?.suggestion == "slug/pattern")
    #expect(error?.mark == YAMLMark(line: 9, column: 17))
  }

  @Test func `one's own rules may wait for shipped ones and take their place`() throws {
    let text = RuleFileTests.text(["when": "{ passes: [slug/pattern] }"])
    let catalogue = try RuleCatalogue(texts: [("slug/reserved.yml", text)])
    #expect(catalogue.rules.map(\.id) == [RuleID("slug/reserved")])
    #expect(RuleExamples.run(catalogue, read: TestRecord.read).isEmpty)
  }

  @Test func `a folder of rules is read, and what is no rule file is told`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID())")
    let pack = folder.appending(path: "house")
    try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: RuleFileError(file: folder.path, fault: .noRules)) {
      try RuleCatalogue(folder: folder.path)
    }
    let file = pack.appending(path: "shouting.yml")
    try RuleFileTests.text().write(to: file, atomically: true, encoding: .utf8)
    let catalogue = try RuleCatalogue(folders: [folder.path])
    #expect(catalogue.rule(RuleID("house/shouting"))?.isShipped == false)
    #expect(try RuleCatalogue(folder: folder.path).rules.count == 1)

    let other = pack.appending(path: "loud.yaml")
    try RuleFileTests.text().write(to: other, atomically: true, encoding: .utf8)
    #expect(throws: RuleFileError(file: other.path, fault: .misplacedFile)) {
      try RuleCatalogue(folder: folder.path)
    }
  }

  @Test func `a folder that is not there is told`() {
    #expect(throws: RuleFileError.self) { try RuleCatalogue(folder: "/nowhere/at/all") }
  }

  @Test func `a mistyped ID is guessed`() throws {
    let catalogue = try RuleCatalogue()
    #expect(catalogue.nearestID(to: "date/not-utc") == RuleID("dates/not-utc"))
    #expect(catalogue.nearestPattern(to: "date/not-utc") == "dates/not-utc")
    #expect(catalogue.nearestPattern(to: "date/*") == "dates/*")
    #expect(catalogue.nearestPattern(to: "nothing-like-it/*") == nil)
  }
}
