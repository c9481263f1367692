/// A link or image that the parser has entered and not yet left.
struct OpenSpan {
  let isImage: Bool
  /// The address in the source; none where md4c made a copy because of escapes.
  let destination: Range<Int>?
  /// In bytes, with escapes resolved and entities as written.
  let destinationLength: Int
  /// The title in the source; none where there is none or where md4c made a copy.
  let title: Range<Int>?
  /// The place of its first byte, once it is known.
  var start = 0
  /// Where the search for its start may begin.
  var from = 0
  var isAutolink = false
  var hasText = false
  var linkIndex = 0

  /// Whether md4c read that address, and not a definition's.
  func agrees(with found: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if let destination { return destination == found }
    var length = 0
    var position = found.lowerBound
    while position < found.upperBound {
      let isEscape =
        text[position] == UInt8(ascii: "\\") && position + 1 < found.upperBound
        && text[position + 1].isPunctuation
      position += isEscape ? 2 : 1
      length += 1
    }
    return length == destinationLength
  }
}

extension MarkdownLink {
  /// Holds a link's index until the parser leaves it.
  static let unplaced = MarkdownLink(
    kind: .inline, isImage: false, range: 0..<0, text: 0..<0, destination: 0..<0, title: nil,
    isTextBlank: true, definition: nil, impliedScheme: "")
}
