/// Reads again, from the source, how a link that md4c has found is written.
///
/// md4c hands out what a link says but not where it stands. CommonMark 0.30, section 6.3.
struct SpanReader {
  let text: UnsafeBufferPointer<UInt8>
  /// How many `>` may stand at the start of a line inside the link.
  let quoteDepth: Int

  /// An inline link's end: `(address "title")`.
  struct Tail {
    let destination: Range<Int>
    let title: Range<Int>?
    let end: Int
  }

  /// The tail that starts at `(`; none when what stands there is no tail.
  func inlineTail(at start: Int) -> Tail? {
    var position = skipSpace(from: start + 1)
    guard position < text.count else { return nil }
    if text[position] == UInt8(ascii: ")") {
      return Tail(destination: position..<position, title: nil, end: position + 1)
    }
    guard let destination = self.destination(at: position) else { return nil }
    let afterDestination = end(of: destination)
    position = skipSpace(from: afterDestination)
    var title: Range<Int>?
    if position > afterDestination, let found = self.title(at: position) {
      title = found
      position = skipSpace(from: found.upperBound + 1)
    }
    guard position < text.count, text[position] == UInt8(ascii: ")") else { return nil }
    return Tail(destination: destination, title: title, end: position + 1)
  }

  /// The address at a position, without its `<>`.
  func destination(at start: Int) -> Range<Int>? {
    guard start < text.count else { return nil }
    var position = start
    if text[start] == UInt8(ascii: "<") {
      position += 1
      while position < text.count, text[position] != UInt8(ascii: ">") {
        if text[position].isLineEnd || text[position] == UInt8(ascii: "<") { return nil }
        position += isEscape(at: position) ? 2 : 1
      }
      return position < text.count ? start + 1..<position : nil
    }
    var depth = 0
    while position < text.count {
      let byte = text[position]
      if byte == 0x20 || byte.isControl { break }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      position += isEscape(at: position) ? 2 : 1
    }
    return depth == 0 && position > start ? start..<position : nil
  }

  /// The byte after an address: after its `>` where it has one.
  func end(of destination: Range<Int>) -> Int {
    let isBracketed =
      destination.lowerBound > 0 && destination.upperBound < text.count
      && text[destination.lowerBound - 1] == UInt8(ascii: "<")
      && text[destination.upperBound] == UInt8(ascii: ">")
    return isBracketed ? destination.upperBound + 1 : destination.upperBound
  }

  /// The title at a position, without its quotes.
  func title(at start: Int) -> Range<Int>? {
    guard start < text.count else { return nil }
    let closer: UInt8
    switch text[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = text[start]
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var position = start + 1
    while position < text.count, text[position] != closer {
      if closer == UInt8(ascii: ")"), text[position] == UInt8(ascii: "(") { return nil }
      if text[position] == 0x0A, isBlankLine(from: position + 1) { return nil }
      position += isEscape(at: position) ? 2 : 1
    }
    return position < text.count ? start + 1..<position : nil
  }

  /// The label whose `[` stands at a position; none when it is longer than a label may be.
  func label(at start: Int) -> Range<Int>? {
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    var position = start + 1
    let limit = min(text.count, start + 4_000)
    while position < limit, text[position] != UInt8(ascii: "]") {
      if text[position] == UInt8(ascii: "[") { return nil }
      position += isEscape(at: position) ? 2 : 1
    }
    return position < limit ? start + 1..<position : nil
  }

  /// Skips blanks and at most one line end, with the quote markers after it.
  func skipSpace(from start: Int) -> Int {
    var position = start
    while position < text.count, text[position].isBlank { position += 1 }
    guard position < text.count, text[position].isLineEnd else { return position }
    return skipLineStart(from: position)
  }

  private func skipLineStart(from lineEnd: Int) -> Int {
    var position = lineEnd
    if text[position] == 0x0D { position += 1 }
    if position < text.count, text[position] == 0x0A { position += 1 }
    var markers = 0
    while position < text.count {
      if text[position] == UInt8(ascii: ">"), markers < quoteDepth {
        markers += 1
      } else if !text[position].isBlank {
        break
      }
      position += 1
    }
    return position
  }

  private func isBlankLine(from start: Int) -> Bool {
    var position = start
    while position < text.count, text[position].isBlank || text[position] == UInt8(ascii: ">") {
      position += 1
    }
    return position == text.count || text[position].isLineEnd
  }

  /// Whether a backslash stands there that escapes the next byte.
  func isEscape(at position: Int) -> Bool {
    text[position] == UInt8(ascii: "\\") && position + 1 < text.count
      && text[position + 1].isPunctuation
  }
}
