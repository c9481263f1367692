/// Looks for places among the first bytes of a page without parsing it: what it finds is there. What
/// it does not find, or anything out of the ordinary, is for the parser to decide.
///
/// Nothing is looked at before a wanted name has occurred among the bytes. Then tags are read as in
/// HTML, section 13.2.5, comments and raw text left out.
struct AnchorScan {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  private let wanted: [[UInt8]]
  /// A tag, or its place, from which to go on.
  private var position = 0
  private var hasOccurred = false
  /// The raw text that the position is in, by the name of its element.
  private var raw: [UInt8]?

  /// The bytes that are kept at most.
  static let limit = 256 * 1024

  enum Progress: Hashable {
    case searching
    /// This page is for the parser.
    case unfit
  }

  /// None where names or charset ask for more than bytes.
  init?(wanted: Set<[UInt8]>, contentType: String?) {
    guard wanted.allSatisfy({ $0.allSatisfy(Self.isPlain) && !$0.isEmpty }) else { return nil }
    if let label = contentType.flatMap({ Charset.label(inContentType: Array($0.utf8)) }) {
      let charset = Charset.name(ofLabel: label)
      guard charset == "utf-8" || charset.hasPrefix("windows-125") || charset.hasPrefix("iso-8859")
      else { return nil }
    }
    self.wanted = Array(wanted)
  }

  /// Takes the next bytes, and tells the names that it finds.
  mutating func feed(_ more: [UInt8], found: ([UInt8]) -> Void) -> Progress {
    let seen = bytes.count
    bytes += more
    guard bytes.count <= Self.limit, bytes[0] < 0xFE else { return .unfit }
    if !hasOccurred {
      hasOccurred = wanted.contains { occurs($0, from: max(0, seen - $0.count)) }
      guard hasOccurred else { return .searching }
    }
    return bytes.withUnsafeBufferPointer { scan($0, found) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"&<>\"'`=".utf8.contains(byte)
  }

  private func occurs(_ name: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var position = start
      while let place = Scan.first(name[0], in: text, from: position) {
        guard place + name.count <= text.count else { return false }
        if text[place..<(place + name.count)].elementsEqual(name) { return true }
        position = place + 1
      }
      return false
    }
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ found: ([UInt8]) -> Void
  ) -> Progress {
    while true {
      if let raw {
        guard let end = Self.endOfRaw(raw, in: text, from: position) else { return .searching }
        // Inside such a comment a script may hold its own end tag.
        if raw.elementsEqual("script".utf8), Self.holdsComment(text[position..<end]) {
          return .unfit
        }
        self.raw = nil
        position = end
      }
      guard let open = Scan.first(UInt8(ascii: "<"), in: text, from: position) else {
        position = text.count
        return .searching
      }
      position = open
      guard open + 4 < text.count else { return .searching }
      switch text[open + 1] {
      case UInt8(ascii: "!"):
        guard text[open + 2] != UInt8(ascii: "[") else { return .unfit }
        guard let end = Self.endOfMarkup(text, open) else { return .searching }
        position = end
      case UInt8(ascii: "/"):
        guard let tag = ScannedTag(text, open + 2) else { return .searching }
        position = tag.end
      case UInt8(ascii: "?"):
        guard let end = Scan.first(UInt8(ascii: ">"), in: text, from: open) else {
          return .searching
        }
        position = end + 1
      case let byte where Scan.isLetter(byte):
        guard let tag = ScannedTag(text, open + 1) else { return .searching }
        position = tag.end
        note(tag, text, found)
        if tag.mayHoldRawText(text), let element = RawText(element: tag.name(text)) {
          guard element.element != "plaintext" else { return .unfit }
          raw = Array(element.element.utf8)
        }
      default: position += 1
      }
    }
  }

  private func note(
    _ tag: ScannedTag, _ text: UnsafeBufferPointer<UInt8>, _ found: ([UInt8]) -> Void
  ) {
    for range in [tag.id, tag.anchorName] {
      guard let range else { continue }
      // The name, or what GitHub makes of it.
      for name in wanted
      where text[range].elementsEqual(name)
        || range.count == name.count + 13 && text[range].starts(with: "user-content-".utf8)
          && text[range].dropFirst(13).elementsEqual(name)
      { found(name) }
    }
  }

  /// After a comment, a doctype or the like; none where its end has not come yet.
  private static func endOfMarkup(_ text: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int? {
    let dash = UInt8(ascii: "-")
    let isComment = text[open + 2] == dash && text[open + 3] == dash
    var start = open + 2
    while let end = Scan.first(UInt8(ascii: ">"), in: text, from: start) {
      guard isComment else { return end + 1 }
      // `<!-->`, `<!--->`, `-->` and `--!>`.
      let closes =
        end == open + 4 || end == open + 5 && text[end - 1] == dash
        || end >= open + 6
          && (text[end - 1] == dash && text[end - 2] == dash
            || end >= open + 7 && text[end - 1] == UInt8(ascii: "!") && text[end - 2] == dash
              && text[end - 3] == dash)
      if closes { return end + 1 }
      start = end + 1
    }
    return nil
  }

  /// The place of the end tag of raw text.
  private static func endOfRaw(
    _ name: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var position = start
    while let open = Scan.first(UInt8(ascii: "<"), in: text, from: position) {
      let after = open + 2 + name.count
      guard after < text.count else { return nil }
      if text[open + 1] == UInt8(ascii: "/"),
        text[(open + 2)..<after].lazy.map(Scan.lower).elementsEqual(name),
        Scan.isSpace(text[after]) || text[after] == UInt8(ascii: ">")
          || text[after] == UInt8(ascii: "/")
      {
        return open
      }
      position = open + 1
    }
    return nil
  }

  private static func holdsComment(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let whole = UnsafeBufferPointer(rebasing: text)
    var position = 0
    while let open = Scan.first(UInt8(ascii: "<"), in: whole, from: position) {
      if whole[open...].starts(with: "<!--".utf8) { return true }
      position = open + 1
    }
    return false
  }
}
