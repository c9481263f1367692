import Model
import Records
import Testing

@Suite struct JSONFlawTests {
  private func flaws(_ text: String) throws -> [JSONFlaw] {
    try JSONReader().reading(of: Array(text.utf8)).flaws
  }

  /// The texts of repeated keys with the offsets of the first of their name and their own.
  private func duplicates(_ text: String) throws -> [[Int]] {
    let reading = try JSONReader().reading(of: Array(text.utf8))
    return reading.flaws.compactMap { flaw in
      guard case .duplicateKey(let first) = flaw.kind else { return nil }
      return [reading.tape[first].range.lowerBound, flaw.range.lowerBound]
    }
  }

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, [[1, 7]]),
    (#"{"a":1,"b":2,"a":3,"a":4}"#, [[1, 13], [1, 19]]),
    (#"{"a":1,"\u0061":2}"#, [[1, 7]]),
    (#"{"\u00e9":1,"é":2}"#, [[1, 12]]),
    (#"{"\ud83d\ude00":1,"😀":2}"#, [[1, 18]]),
    (#"{"":1,"":2}"#, [[1, 6]]),
    (#"{"o":{"a":1,"a":2},"a":3}"#, [[6, 12]]),
    (#"[{"a":1,"a":2},{"a":3}]"#, [[2, 8]]),
    (#"{"\ud800":1,"\ud800":2}"#, [[1, 12]]),
    (#"{"a":{"x":0,"x":0},"a":0}"#, [[6, 12], [1, 19]]),
  ])
  func `a name that stands twice is found with both places`(
    text: String, places: [[Int]]
  ) throws {
    #expect(try duplicates(text) == places)
  }

  @Test(arguments: [
    #"{"a":1,"A":2}"#, #"{"a":1,"aa":2,"":3}"#, "{\"é\":1,\"e\u{301}\":2}", #"{"a":"a","b":"a"}"#,
    #"[{"a":1},{"a":1}]"#, #"{"\ud800":1,"\ud801":2,"\ufffd":3}"#, #"{"\\u0061":1,"a":2}"#,
  ])
  func `names that differ in a byte are two names`(text: String) throws {
    #expect(try duplicates(text) == [])
  }

  @Test func `duplicates are found among many names`() throws {
    var members = (0..<1_000).map { #""k\#($0)":0"# }
    members += [#""k500":1"#, #""\u006b7":1"#, #""k500":2"#]
    let text = "{" + members.joined(separator: ",") + "}"
    let reading = try JSONReader().reading(of: Array(text.utf8))
    let firsts = reading.flaws.map { flaw in
      guard case .duplicateKey(let first) = flaw.kind else { return -1 }
      return first
    }
    #expect(firsts == [1 + 2 * 500, 1 + 2 * 7, 1 + 2 * 500])
    #expect(reading.flaws.map(\.node) == [2_001, 2_003, 2_005])
  }

  @Test func `a million names are sorted and not compared pair by pair`() throws {
    var text = Array("{".utf8)
    for number in 0..<1_000_000 { text += Array(#""\#(number)":0,"#.utf8) }
    text += Array(#""77":0}"#.utf8)
    let reading = try JSONReader().reading(of: text)
    #expect(reading.flawCount == 1)
  }

  @Test func `flaws beyond the limit are counted`() throws {
    let text = "{" + Array(repeating: #""a":0"#, count: 1_000).joined(separator: ",") + "}"
    let reading = try JSONReader().reading(of: Array(text.utf8))
    #expect(reading.flaws.count == JSONReading.flawLimit)
    #expect(reading.flawCount == 999)
  }

  @Test(arguments: [
    (#"["\ud83d"]"#, [2..<8]), (#"["\udE00"]"#, [2..<8]), (#"["\ud83d\ude00"]"#, []),
    (#"["a\ud83d\ud83d\ude00"]"#, [3..<9]), (#"["\ude00\ud83d"]"#, [2..<8, 8..<14]),
    (#"{"\ud83d":0}"#, [2..<8]), (#"["\ud83dA\ude00"]"#, [2..<8, 9..<15]), (#"["\\ud83d"]"#, []),
    (#"["\ud7ff\ue000"]"#, []),
  ])
  func `half of a surrogate pair is found`(text: String, ranges: [Range<Int>]) throws {
    let flaws = try flaws(text)
    #expect(flaws.map(\.range) == ranges)
    #expect(flaws.allSatisfy { $0.kind == .loneSurrogate && $0.node == 1 })
  }
}
