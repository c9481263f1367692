/// The text of a JSON string, with the map from its decoded bytes to the source.
///
/// No map is stored: it is walked anew for each question, since questions are asked for findings
/// only. RFC 8259, section 7.
package struct JSONText: Sendable {
  package let document: Document
  /// The bytes between the quotes.
  package let range: Range<Int>
  package let hasEscapes: Bool

  init(document: Document, node: Node) {
    self.document = document
    range = node.range.lowerBound + 1..<node.range.upperBound - 1
    hasEscapes = node.hasEscapes
  }

  /// The decoded text as UTF-8. A lone surrogate, which a reader reports, becomes U+FFFD.
  package func decoded() -> [UInt8] {
    guard hasEscapes else { return Array(document.bytes[range]) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    document.bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      while position < range.upperBound {
        let step = Self.step(at: position, in: bytes, end: range.upperBound)
        if step.isPlain {
          decoded.append(bytes[position])
        } else {
          decoded.append(contentsOf: UTF8.encode(step.scalar) ?? UTF8.encodedReplacementCharacter)
        }
        position += step.sourceLength
      }
    }
    return decoded
  }

  /// The source bytes, in the document, of a range of the decoded text.
  ///
  /// An offset inside an escaped character's encoding belongs to the start of its escape.
  package func sourceRange(ofDecoded decoded: Range<Int>) -> Range<Int> {
    guard hasEscapes else {
      return range.lowerBound + decoded.lowerBound..<range.lowerBound + decoded.upperBound
    }
    return document.bytes.withUnsafeBufferPointer { bytes in
      var position = range.lowerBound
      var offset = 0
      var start = range.upperBound
      while position < range.upperBound {
        let step = Self.step(at: position, in: bytes, end: range.upperBound)
        if start == range.upperBound, decoded.lowerBound < offset + step.decodedLength {
          start = position
        }
        if decoded.upperBound <= offset { break }
        offset += step.decodedLength
        position += step.sourceLength
      }
      return min(start, position)..<position
    }
  }

  /// The source bytes of several ranges, which are in order and do not overlap: in one walk.
  package func sourceRanges(ofDecoded ranges: [Range<Int>]) -> [Range<Int>] {
    guard hasEscapes, ranges.count > 1 else { return ranges.map { sourceRange(ofDecoded: $0) } }
    return document.bytes.withUnsafeBufferPointer { bytes in
      var found: [Range<Int>] = []
      var position = range.lowerBound
      var offset = 0
      /// The start of the step that holds a byte of the text, or, for an end, of the one after it.
      func advance(to target: Int, past: Bool) -> Int {
        while position < range.upperBound {
          let step = Self.step(at: position, in: bytes, end: range.upperBound)
          if past ? offset >= target : target < offset + step.decodedLength { break }
          offset += step.decodedLength
          position += step.sourceLength
        }
        return position
      }
      for range in ranges {
        let start = advance(to: range.lowerBound, past: false)
        found.append(start..<max(start, advance(to: range.upperBound, past: true)))
      }
      return found
    }
  }

  /// The place in the file of a range of the decoded text.
  package func span(ofDecoded decoded: Range<Int>) -> SourceSpan {
    document.span(of: sourceRange(ofDecoded: decoded))
  }

  private struct Step {
    let sourceLength: Int
    let decodedLength: Int
    let scalar: Unicode.Scalar
    var isPlain: Bool { sourceLength == 1 }
  }

  private static func step(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
  )
    -> Step
  {
    guard bytes[position] == UInt8(ascii: "\\"), position + 1 < end else {
      return Step(sourceLength: 1, decodedLength: 1, scalar: "\0")
    }
    guard bytes[position + 1] == UInt8(ascii: "u") else {
      return Step(sourceLength: 2, decodedLength: 1, scalar: short(bytes[position + 1]))
    }
    let unit = hexadecimal(at: position + 2, in: bytes, end: end)
    if unit & 0xFC00 == 0xD800, position + 7 < end, bytes[position + 6] == UInt8(ascii: "\\"),
      bytes[position + 7] == UInt8(ascii: "u")
    {
      let low = hexadecimal(at: position + 8, in: bytes, end: end)
      if low & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
      {
        return Step(sourceLength: 12, decodedLength: 4, scalar: scalar)
      }
    }
    let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    return Step(
      sourceLength: 6, decodedLength: UTF8.width(scalar), scalar: scalar)
  }

  private static func short(_ letter: UInt8) -> Unicode.Scalar {
    switch letter {
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: Unicode.Scalar(letter)
    }
  }

  private static func hexadecimal(
    at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
  ) -> UInt32 {
    var value: UInt32 = 0
    for index in position..<min(position + 4, end) {
      let byte = bytes[index]
      let digit =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: UInt8(0)
        }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
