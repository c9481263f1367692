import Model
import Testing

@Suite struct OriginTests {
  private let origin = Origin(file: "a.jsonl", offset: 100, line: 7, column: 3, columnInUTF8: 4)

  @Test(arguments: [
    (0, 7, 3, 4), (1, 7, 4, 5), (3, 7, 5, 7), (4, 8, 1, 1), (5, 8, 2, 2), (6, 9, 1, 1),
    (7, 10, 1, 1), (11, 10, 2, 5),
  ])
  func `a place is counted from the origin`(target: Int, line: Int, column: Int, inUTF8: Int) {
    let location = origin.location(of: target, in: Array("aé\nb\n\n😀".utf8))
    #expect(location.line == line && location.column == column)
    #expect(location.columnInUTF8 == inUTF8 && location.offset == 100 + target)
  }

  @Test func `going on from a place is as going at once`() {
    let bytes = Array("aé\nb\n\n😀 c\n".utf8)
    for first in 0...bytes.count {
      let place = origin.advanced(over: bytes.span.extracting(first: first))
      let end = place.advanced(over: bytes.span.extracting(first..<bytes.count))
      #expect(end == origin.advanced(over: bytes.span))
    }
  }

  @Test func `long texts are counted as short ones`() {
    let piece = Array("ab\né\n\n\u{7F}中\u{10}😀\u{B}\u{9} text \u{8A} of a line".utf8)
    let bytes = (0..<40).flatMap { _ in piece }
    var line = 7
    var column = 3
    for target in bytes.indices {
      let location = origin.location(of: target, in: bytes)
      if bytes[target] & 0xC0 != 0x80 {
        #expect(location.line == line && location.column == column)
        column += 1
      }
      if bytes[target] == 0x0A {
        line += 1
        column = 1
      }
    }
  }
}
