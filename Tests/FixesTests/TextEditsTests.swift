import Model
import Testing

@testable import Fixes

@Suite struct TextEditsTests {
  private func edit(_ range: Range<Int>, _ text: String) -> Edit {
    func location(_ offset: Int) -> Model.SourceLocation {
      Model.SourceLocation(file: "a", line: 1, column: 1, columnInUTF8: 1, offset: offset)
    }
    return Edit(
      span: SourceSpan(start: location(range.lowerBound), end: location(range.upperBound)),
      replacement: text)
  }

  private func text(_ suggestions: [[Edit]]) -> String? {
    var edits = TextEdits()
    for suggestion in suggestions { _ = edits.add(suggestion) }
    return edits.applied(to: Array("0123456789".utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `edits are applied in any order, with the rest untouched`() {
    #expect(text([[edit(7..<8, "")], [edit(0..<1, "abc")], [edit(3..<3, "-")]]) == "abc12-345689")
  }

  @Test(arguments: [(1..<4, 3..<6), (1..<4, 4..<6), (1..<4, 2..<3), (4..<4, 4..<4), (3..<6, 1..<3)])
  func `of edits that touch only the first is applied`(first: Range<Int>, second: Range<Int>) {
    var edits = TextEdits()
    let added = [edits.add([edit(first, "x")]), edits.add([edit(second, "y")])]
    #expect(added == [true, false])
  }

  @Test func `a suggestion is applied whole or not at all`() {
    #expect(text([[edit(5..<6, "x")], [edit(0..<1, "y"), edit(5..<6, "z")]]) == "01234x6789")
  }

  @Test func `edits beyond the end are refused`() {
    #expect(text([[edit(9..<12, "x")]]) == nil)
  }
}
