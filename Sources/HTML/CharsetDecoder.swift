/// Decodes the bytes of a page to valid UTF-8 as they arrive. Bad bytes become U+FFFD.
///
/// The charset is the byte order mark's, else the Content-Type's, else that of a `meta` in the
/// first kilobyte, else UTF-8 if the first kilobyte is that, else Windows-1252. HTML, section
/// 13.2.3; browsers guess in the last two cases.
struct CharsetDecoder: ~Copyable {
  /// In lower case, once it is decided.
  private(set) var charset: String?
  /// What the Content-Type says.
  let declared: String?
  /// Whether the page begins with a byte order mark.
  private(set) var hasMark = false
  /// Whether bytes were no characters of the charset, a character cut off at the end apart.
  private(set) var isBroken = false
  /// Whether there was a byte beyond ASCII.
  private(set) var isBeyondASCII = false
  /// Bytes before the decision; afterwards those of an unfinished character.
  private var pending: [UInt8] = []
  private var converter = Converter.undecided

  init(contentType: String?) {
    declared = contentType.flatMap { Charset.label(inContentType: Array($0.utf8)) }
  }

  mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    guard charset == nil else { return convert(bytes, isLast: false) }
    pending.append(contentsOf: bytes)
    guard pending.count >= Charset.sniffedLength else { return [] }
    return decide()
  }

  mutating func finish() -> [UInt8] {
    var text: [UInt8] = []
    if charset == nil { text = decide() }
    text.append(contentsOf: convert([], isLast: true))
    return text
  }

  private mutating func decide() -> [UInt8] {
    let (found, mark) = Charset.decision(on: pending, declared: declared)
    charset = found
    hasMark = mark > 0
    let bytes = Array(pending.dropFirst(mark))
    pending = []
    switch found {
    case "utf-8": converter = .utf8
    case "windows-1252": converter = .windows1252
    default:
      if let other = Iconv(from: found) {
        converter = .other(other)
      } else {
        charset = "utf-8"
        converter = .utf8
      }
    }
    return convert(bytes, isLast: false)
  }

  private mutating func convert(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    switch converter {
    case .undecided: return []
    case .utf8:
      let all = pending.isEmpty ? bytes : pending + bytes
      let kept = isLast ? 0 : UTF8Tail.length(of: all)
      pending = Array(all.suffix(kept))
      let whole = kept == 0 ? all : Array(all.dropLast(kept))
      note(whole)
      if String(validating: whole, as: UTF8.self) != nil { return whole }
      isBroken = isBroken || !isLast
      return Array(String(decoding: whole, as: UTF8.self).utf8)
    case .windows1252:
      note(bytes)
      return Windows1252.utf8(of: bytes)
    case .other(let iconv):
      let all = pending.isEmpty ? bytes : pending + bytes
      let (text, rest, isBroken) = iconv.convert(all, isLast: isLast)
      self.isBroken = self.isBroken || isBroken && !isLast
      pending = rest
      note(text)
      return text
    }
  }

  private mutating func note(_ bytes: [UInt8]) {
    if !isBeyondASCII { isBeyondASCII = bytes.contains { $0 >= 0x80 } }
  }

  private enum Converter {
    case undecided, utf8, windows1252
    case other(Iconv)
  }
}
