/// The text of a JSON string, with the map from its decoded bytes to the source.
///
/// No map is stored: it is walked anew for each question, since questions are asked for findings
/// and links only; who has many asks a `DecodedCursor`. RFC 8259, section 7.
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
    return document.bytes.withUnsafeBufferPointer { source in
      // No escape is shorter than what it stands for.
      [UInt8](unsafeUninitializedCapacity: range.count) { decoded, count in
        count = decode(source, into: decoded)
      }
    }
  }

  /// Copies what stands between the escapes piece by piece, and gives the number of bytes.
  private func decode(
    _ source: UnsafeBufferPointer<UInt8>, into decoded: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var position = range.lowerBound
    while true {
      let plain = source.place(of: UInt8(ascii: "\\"), from: position, to: range.upperBound)
      let piece = UnsafeBufferPointer(rebasing: source[position..<plain])
      _ = UnsafeMutableBufferPointer(rebasing: decoded[count...]).initialize(fromContentsOf: piece)
      count += piece.count
      guard plain < range.upperBound else { return count }
      let escape = StringEscape(at: plain, in: source, end: range.upperBound)
      for unit in UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter {
        decoded[count] = unit
        count += 1
      }
      position = plain + escape.length
    }
  }

  /// The source bytes, in the document, of a range of the decoded text.
  ///
  /// An offset inside an escaped character's encoding belongs to the start of its escape.
  package func sourceRange(ofDecoded decoded: Range<Int>) -> Range<Int> {
    var cursor = DecodedCursor(self)
    return cursor.sourceRange(ofDecoded: decoded)
  }

  /// The source bytes of several ranges, which are in order and do not overlap: in one walk.
  package func sourceRanges(ofDecoded ranges: [Range<Int>]) -> [Range<Int>] {
    var cursor = DecodedCursor(self)
    return ranges.map { cursor.sourceRange(ofDecoded: $0) }
  }

  /// The place in the file of a range of the decoded text.
  package func span(ofDecoded decoded: Range<Int>) -> SourceSpan {
    document.span(of: sourceRange(ofDecoded: decoded))
  }
}
