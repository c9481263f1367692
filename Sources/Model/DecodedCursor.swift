/// Finds the source bytes of ranges of a decoded JSON string, in one walk where they ascend.
package struct DecodedCursor {
  private let text: JSONText
  private var decoded = 0
  private var source: Int

  package init(_ text: JSONText) {
    self.text = text
    source = text.range.lowerBound
  }

  /// The source bytes, in the document, of a range of the decoded text.
  ///
  /// A range that starts or ends inside an escaped character's encoding gets the whole escape.
  package mutating func sourceRange(ofDecoded range: Range<Int>) -> Range<Int> {
    let first = text.range.lowerBound
    guard text.hasEscapes else { return first + range.lowerBound..<first + range.upperBound }
    if range.lowerBound < decoded { (decoded, source) = (0, first) }
    advance(to: range.lowerBound, past: false)
    let start = source
    advance(to: range.upperBound, past: true)
    return start..<source
  }

  /// Goes to the byte of the source that is read as `target`; where an escape is read as that and
  /// more, to its backslash, or past it.
  private mutating func advance(to target: Int, past: Bool) {
    let end = text.range.upperBound
    text.document.bytes.withUnsafeBufferPointer { bytes in
      while decoded < target, source < end {
        let plain = bytes.place(
          of: UInt8(ascii: "\\"), from: source, to: min(end, source + target - decoded))
        decoded += plain - source
        source = plain
        guard decoded < target, source < end else { return }
        let escape = StringEscape(at: source, in: bytes, end: end)
        if !past, decoded + escape.width > target { return }
        source += escape.length
        decoded += escape.width
      }
    }
  }
}
