import Model

/// A piece of a JSON string's source, with the way from its decoded text back to its bytes.
struct SourceSlice {
  let document: Document
  let range: Range<Int>

  /// The document's bytes of a part of the decoded piece; none when the piece does not decode to
  /// just `expected`.
  func range(of part: Range<Int>, in expected: [UInt8]) -> Range<Int>? {
    guard 0 <= range.lowerBound, range.upperBound <= document.bytes.count else { return nil }
    // The piece is read as a string of its own, whose quotes need not be there.
    let quote = UInt8(ascii: "\"")
    let bytes = document.bytes[range]
    let node = Node(
      kind: .string, hasEscapes: bytes.contains(UInt8(ascii: "\\")), start: 0,
      end: bytes.count + 2, next: 1)
    let piece = Document(
      bytes: [quote] + bytes + [quote], tape: [node], origin: document.origin)
    guard let text = piece.root.text, text.decoded() == expected else { return nil }
    let inner = text.sourceRange(ofDecoded: part)
    let offset = range.lowerBound - 1
    return inner.lowerBound + offset..<inner.upperBound + offset
  }
}
