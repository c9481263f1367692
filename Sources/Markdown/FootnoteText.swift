/// A text without its footnotes' labels and indents, so that a parser that knows no footnotes
/// reads the notes as paragraphs.
///
/// Without this md4c 0.4.8 makes link definitions of one-word notes and code of their later
/// paragraphs. Footnotes inside quotes and lists are left as they are.
struct FootnoteText {
  private(set) var bytes: [UInt8] = []
  /// With ranges in `bytes` moved to the source by `map` already.
  private(set) var notes: [MarkdownFootnote] = []
  private(set) var map = SourceMap()

  /// None when the text has no footnotes, as nearly all texts.
  init?(_ source: [UInt8]) {
    let hasCandidate = source.withUnsafeBufferPointer { text in
      var position = 0
      while let caret = Bytes.first(UInt8(ascii: "^"), in: text, from: position) {
        if caret > 0, text[caret - 1] == UInt8(ascii: "[") { return true }
        position = caret + 1
      }
      return false
    }
    guard hasCandidate else { return nil }
    source.withUnsafeBufferPointer { rewrite($0) }
    guard !notes.isEmpty else { return nil }
  }

  private mutating func rewrite(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(text.count + 16)
    var fence: Fence?
    var isInNote = false
    var isAfterBlank = true
    var start = 0
    while start < text.count {
      let end = min(Bytes.lineEnd(in: text, from: start) + 1, text.count)
      var first = start
      while first < end, text[first].isWhitespace { first += 1 }
      var content = start
      if first == end {
        isAfterBlank = true
      } else {
        if isInNote {
          let indent = Self.indent(of: text[start..<first])
          if indent > 0 { content = start + indent } else if isAfterBlank { isInNote = false }
        }
        if let open = fence {
          if open.isClosed(by: text[first..<end]) { fence = nil }
        } else if first - content < 4 {
          fence = Fence(text[first..<end])
          if fence == nil, let note = Self.note(at: first, in: text, lineEnd: end) {
            notes.append(note)
            map.add(buffer: bytes.count, source: start)
            bytes.append(0x0A)
            isInNote = true
            content = note.range.upperBound
            while content < end, text[content].isBlank { content += 1 }
          }
        }
        isAfterBlank = false
      }
      map.add(buffer: bytes.count, source: content)
      bytes.append(contentsOf: text[content..<end])
      start = end
    }
  }

  /// The bytes of a note's indent, four columns; 0 when there are fewer.
  private static func indent(of blanks: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    for (position, byte) in blanks.enumerated() {
      if byte == 0x09 { return position + 1 }
      if byte != 0x20 { return 0 }
      if position == 3 { return 4 }
    }
    return 0
  }

  private static func note(
    at first: Int, in text: UnsafeBufferPointer<UInt8>, lineEnd: Int
  ) -> MarkdownFootnote? {
    guard let label = FootnoteLabel.range(at: first, in: text, end: lineEnd) else { return nil }
    let colon = label.upperBound + 1
    guard colon < lineEnd, text[colon] == UInt8(ascii: ":") else { return nil }
    return MarkdownFootnote(range: first..<colon + 1, label: label)
  }
}

/// An open code fence. CommonMark 0.30, section 4.5.
private struct Fence {
  let byte: UInt8
  let length: Int

  init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return nil
    }
    self.byte = byte
    length = line.prefix { $0 == byte }.count
    guard length >= 3 else { return nil }
    if byte == UInt8(ascii: "`"), line.dropFirst(length).contains(byte) { return nil }
  }

  func isClosed(by line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let count = line.prefix { $0 == byte }.count
    return count >= length && line.dropFirst(count).allSatisfy(\.isWhitespace)
  }
}

/// Reads `[^label]`.
enum FootnoteLabel {
  /// The label after `^`, when a footnote's brackets start at `start`.
  static func range(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, end: Int
  ) -> Range<Int>? {
    guard start + 3 < end + 1, text[start] == UInt8(ascii: "["), start + 1 < end,
      text[start + 1] == UInt8(ascii: "^")
    else { return nil }
    var position = start + 2
    let limit = min(end, position + 1_000)
    while position < limit, text[position] != UInt8(ascii: "]") {
      if text[position].isWhitespace || text[position] == UInt8(ascii: "[") { return nil }
      position += 1
    }
    guard position < limit, position > start + 2 else { return nil }
    return start + 2..<position
  }
}
