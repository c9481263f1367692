import Foundation
import Model
import Records
import Testing

@Suite struct JSONReaderTests {
  private func fault(of text: [UInt8], depthLimit: Int = 512) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONReader(depthLimit: depthLimit).reading(of: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: JSONVectors.accepted)
  func `JSON is read`(text: [UInt8]) throws {
    let reading = try JSONReader().reading(of: text)
    #expect(!reading.tape.isEmpty)
    #expect(reading.tape.first?.nextIndex == reading.tape.count)
  }

  @Test(arguments: JSONVectors.refused)
  func `what is not JSON is refused at its first bad byte`(text: [UInt8], offset: Int) throws {
    let error = try #require(fault(of: text))
    #expect(error.offset == offset)
    #expect(error.range.upperBound <= text.count)
  }

  @Test(arguments: [
    (#"{"a":1"b"}"#, #"expected ',' or '}' after a value, found '"'. Write the comma"#),
    (#"{"a":1,}"#, #"expected '"' of a name after ',', found '}'. Remove the comma"#),
    ("[1,]", "expected a value, found ']'. Remove the comma"),
    ("[1", "expected ',' or ']' after a value, found the end of the text. It ends too early"),
    ("", "expected a value, found the end of the text."),
    ("{'a':1}", #"expected '"' of a name or '}' after '{', found '''. Write double quotes."#),
    ("{\u{201C}a\u{201D}:1}", "found '\u{201C}' (U+201C). Write straight double quotes."),
    ("[\"a\nb\"]", #"found the end of the line. Close the string"#),
    ("[\"a\u{1}b\"]", #"found U+0001. Write it as '\u0001'"#),
    (#"["\x"]"#, #"found 'x'. Write a backslash as '\\'."#),
    ("[1] // a", "expected nothing after the value, found '/'. JSON has no comments"),
    ("{}{}", "found '{'. Write several records as an array"),
    ("[\u{A0}1]", "found U+00A0 (no-break space)"),
    ("[NaN]", "found 'N'. Write a string in double quotes"),
    ("[01]", "expected no digit after a leading '0', found '1'. Remove the leading zeros."),
    ("[tru]", "expected 'true', found ']'"),
    ("[1e999]", "The number is too large"),
  ])
  func `the sentence says what was expected and what was found`(
    text: String, part: String
  ) throws {
    let sentence = try #require(fault(of: Array(text.utf8))).sentence(in: Array(text.utf8))
    #expect(sentence.contains(part), "\(sentence)")
  }

  @Test func `bytes that are no UTF-8 are named`() throws {
    let text: [UInt8] = [0x5B, 0x22, 0xE2, 0x82, 0x22, 0x5D]
    let error = try #require(fault(of: text))
    #expect(error.reason == .invalidUTF8)
    #expect(error.range == 2..<4)
    #expect(error.sentence(in: text).contains("0xE2 0x82 are no character"))
  }

  @Test func `a text cut at any byte is an error at its end`() throws {
    let whole = Array(#"{"aé\u00e9":[1.5e-3,true,null,"😀\ud83d\ude00\n"],"b":{"c":false}}"#.utf8)
    #expect(fault(of: whole) == nil)
    for count in 0..<whole.count {
      #expect(fault(of: Array(whole[..<count]))?.range == count..<count, "cut at \(count)")
    }
  }

  @Test func `any byte anywhere is read or refused at a place in the text`() {
    let whole = Array(#"{"a":[1,"é\n"],"b":-0.5}"#.utf8)
    for position in whole.indices {
      for byte in UInt8.min...UInt8.max {
        var text = whole
        text[position] = byte
        if let error = fault(of: text) { #expect(error.range.upperBound <= text.count) }
      }
    }
  }

  @Test(arguments: [1, 2, 17, 512])
  func `nesting is read up to the limit`(depth: Int) throws {
    func nest(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(fault(of: nest(depth), depthLimit: depth) == nil)
    let error = try #require(fault(of: nest(depth + 1), depthLimit: depth))
    #expect(error.reason == .tooDeep(limit: depth))
    #expect(error.offset == depth)
  }

  @Test func `very deep nesting is no danger`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(fault(of: text)?.offset == 512)
    #expect(fault(of: text, depthLimit: .max)?.offset == text.count)
  }

  @Test(arguments: [
    ("1.7976931348623157e308", true), ("1.7976931348623158e308", true),
    ("1.7976931348623159e308", false), ("-1e309", false), ("1e308", true), ("0e999999999", true),
    ("0.0000001e315", true), ("0.0000001e316", false), ("1e-999", true), ("1E+400", false),
    ("1" + String(repeating: "0", count: 308), true),
    ("1" + String(repeating: "0", count: 309), false),
    ("1" + String(repeating: "0", count: 400) + "e-200", true),
    ("1e99999999999999999999", false), ("0.1e-99999999999999999999", true),
  ])
  func `a number must be in the range of a Double`(number: String, isRead: Bool) {
    #expect((fault(of: Array(number.utf8)) == nil) == isRead)
  }

  @Test func `every value keeps its bytes`() throws {
    let text = #" { "a" : [ 1.50 , "x" ] , "b":null } "#
    let bytes = Array(text.utf8)
    let reading = try JSONReader().reading(of: bytes)
    let pieces = reading.tape.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(
      pieces == [
        #"{ "a" : [ 1.50 , "x" ] , "b":null }"#, #""a""#, #"[ 1.50 , "x" ]"#, "1.50", #""x""#,
        #""b""#, "null",
      ])
    #expect(reading.tape.map(\.kind) == [.object, .key, .array, .number, .string, .key, .null])
  }
}
