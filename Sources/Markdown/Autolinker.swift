/// Reads GFM's extended autolinks. GFM 0.29, section 6.9; where its text is silent, as cmark-gfm.
struct Autolinker {
  let text: UnsafeBufferPointer<UInt8>
  /// Whether a `|` ends an address, as it does in a table's cell.
  let endsAtPipe: Bool

  /// The `http` or `https` address around a colon; its scheme does not start before `from`.
  func webLink(colon: Int, from: Int) -> MarkdownLink? {
    guard colon + 3 < text.count, text[colon + 1] == UInt8(ascii: "/"),
      text[colon + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = colon
    while start > from, colon - start < 6, text[start - 1].isLetter { start -= 1 }
    guard isWebScheme(start..<colon), hasDomain(at: colon + 3, needsDot: false) else { return nil }
    let end = self.end(from: start, minimum: colon + 3)
    return link(start..<end, impliedScheme: "")
  }

  /// The `www.` address that starts there.
  func wwwLink(start: Int, from: Int) -> MarkdownLink? {
    guard start + 4 < text.count, text[start + 1] | 0x20 == UInt8(ascii: "w"),
      text[start + 2] | 0x20 == UInt8(ascii: "w"), text[start + 3] == UInt8(ascii: ".")
    else { return nil }
    if start > 0 {
      switch text[start - 1] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("),
        UInt8(ascii: "["), UInt8(ascii: "|"):
        break
      default: guard text[start - 1].isWhitespace else { return nil }
      }
    }
    guard hasDomain(at: start, needsDot: true) else { return nil }
    let end = self.end(from: start, minimum: start + 4)
    guard end > start + 4 else { return nil }
    return link(start..<end, impliedScheme: "http://")
  }

  /// The e-mail address around an `@`, inside a run of text.
  func mailLink(at: Int, run: Range<Int>) -> MarkdownLink? {
    var start = at
    while start > run.lowerBound, isMailByte(text[start - 1]) { start -= 1 }
    guard start < at else { return nil }
    var end = at + 1
    var lastDot: Int?
    while end < run.upperBound {
      let byte = text[end]
      if byte == UInt8(ascii: ".") {
        guard end + 1 < run.upperBound, text[end + 1].isAlphanumeric else { break }
        lastDot = end
      } else if !byte.isAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    guard lastDot != nil, end == text.count || text[end] != UInt8(ascii: "@"),
      text[end - 1].isAlphanumeric
    else { return nil }
    return link(start..<end, impliedScheme: "mailto:")
  }

  private func link(_ range: Range<Int>, impliedScheme: String) -> MarkdownLink? {
    guard !range.isEmpty else { return nil }
    return MarkdownLink(
      kind: .bareAutolink, isImage: false, range: range, text: range, destination: range,
      title: nil, isTextBlank: false, definition: nil, impliedScheme: impliedScheme)
  }

  private func isWebScheme(_ range: Range<Int>) -> Bool {
    let name: StaticString = range.count == 4 ? "http" : "https"
    guard range.count == name.utf8CodeUnitCount else { return false }
    for (offset, position) in range.enumerated()
    where text[position] | 0x20 != name.utf8Start[offset] {
      return false
    }
    return true
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Whether a valid domain starts there: no underscore in its last two labels.
  private func hasDomain(at start: Int, needsDot: Bool) -> Bool {
    guard start < text.count, text[start].isAlphanumeric || text[start] >= 0x80 else {
      return false
    }
    var dots = 0
    var underscoresInLast = 0
    var underscoresBefore = 0
    var position = start
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "_") {
        underscoresInLast += 1
      } else if byte == UInt8(ascii: ".") {
        underscoresBefore = underscoresInLast
        underscoresInLast = 0
        dots += 1
      } else if !byte.isAlphanumeric, byte != UInt8(ascii: "-"), byte < 0x80 {
        break
      }
      position += 1
    }
    if underscoresInLast + underscoresBefore > 0, dots <= 10 { return false }
    return !needsDot || dots > 0
  }

  /// Where an address ends: at white space, `<`, a cell's edge or a bracket that it did not open,
  /// less the punctuation that belongs to the sentence. One pass forward and one back.
  private func end(from start: Int, minimum: Int) -> Int {
    var end = start
    var brackets = 0
    var openings = 0
    var closings = 0
    scan: while end < text.count {
      let byte = text[end]
      switch byte {
      case UInt8(ascii: "<"): break scan
      case UInt8(ascii: "|") where endsAtPipe: break scan
      case UInt8(ascii: "\\")
      where endsAtPipe && end + 1 < text.count
        && text[end + 1] == UInt8(ascii: "|"):
        break scan
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"):
        if brackets == 0 { break scan }
        brackets -= 1
      case UInt8(ascii: "("): openings += 1
      case UInt8(ascii: ")"): closings += 1
      default: if byte.isWhitespace { break scan }
      }
      end += 1
    }
    while end > minimum {
      switch text[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")"):
        guard closings > openings else { return end }
        closings -= 1
        end -= 1
      case UInt8(ascii: ";"):
        end = entityStart(endingAt: end, minimum: minimum) ?? end - 1
      default: return end
      }
    }
    return end
  }

  /// The `&` of what looks like an entity before `end`.
  private func entityStart(endingAt end: Int, minimum: Int) -> Int? {
    var position = end - 2
    while position > minimum, text[position].isAlphanumeric { position -= 1 }
    return position < end - 2 && position >= minimum && text[position] == UInt8(ascii: "&")
      ? position : nil
  }
}
