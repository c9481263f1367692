import Testing

@testable import Patterns

@Suite struct PatternTests {
  @Test(arguments: [
    ("b+", "abbc", 0, 1..<3),
    ("b+", "abbc", 2, 2..<3),
    ("^a", "abc", 0, 0..<1),
    ("", "abc", 0, 0..<0),
    ("", "", 0, 0..<0),
    ("é", "aé", 0, 1..<3),
    ("c$", "abc", 0, 2..<3),
    ("\\pL+", "1é2", 0, 1..<3),
    ("(?i)ABC", "xabc", 0, 1..<4),
  ]) func `the first match is found`(
    _ text: String, _ subject: String, _ start: Int, _ range: Range<Int>
  ) throws {
    let pattern = try Pattern(text)
    #expect(pattern.firstMatch(in: subject.utf8, from: start) == range)
    #expect(pattern.firstMatch(in: Array(subject.utf8), from: start) == range)
    #expect(pattern.matches(Array(subject.utf8)))
    #expect(pattern.text == text)
  }

  @Test(arguments: [
    ("b", "aac", 0), ("^b", "ab", 1), ("b", "abc", 2), ("b", "abc", 9), ("x", "", 0),
  ])
  func `no match is nil`(_ text: String, _ subject: String, _ start: Int) throws {
    #expect(try Pattern(text).firstMatch(in: subject.utf8, from: start) == nil)
  }

  @Test(arguments: [
    ("(a", "missing ): (a"), ("a{1001}", "invalid repetition size: {1001}"),
    ("(?=a)", "invalid perl operator: (?="), ("\\1", "invalid escape sequence: \\1"),
    ("a**", "bad repetition operator: **"), ("[b-a]", "invalid character class range: b-a"),
  ]) func `what is no pattern is refused with the reason`(_ text: String, _ reason: String) {
    #expect(throws: PatternError(reason: reason)) { try Pattern(text) }
  }

  @Test func `a long reason is cut, not overrun`() {
    let text = "(" + String(repeating: "a", count: 1000)
    #expect {
      try Pattern(text)
    } throws: { error in
      (error as? PatternError)?.reason.utf8.count == 255
    }
  }

  @Test func `a NUL is a character like others`() throws {
    #expect(try Pattern("a\u{0}b").firstMatch(in: Array("xa\u{0}b".utf8)) == 1..<4)
  }

  @Test func `one pattern serves many tasks at once`() async throws {
    let pattern = try Pattern("^(a+)+$")
    let subject = Array(String(repeating: "a", count: 2_000).utf8) + [0x21]
    let found = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<16 {
        group.addTask {
          pattern.matches(index.isMultiple(of: 2) ? subject : Array(subject.dropLast()))
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(found == 8)
  }
}
