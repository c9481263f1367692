/// Finds out a page's charset. HTML, section 13.2.3.2; Encoding, section 4.2.
enum Charset {
  /// How much of a page is looked at.
  static let sniffedLength = 1_024

  /// The charset in lower case, and the length of the byte order mark.
  static func decision(on bytes: [UInt8], declared: String?) -> (charset: String, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    if let declared { return (name(ofLabel: declared), 0) }
    let head = Array(bytes.prefix(sniffedLength))
    if let label = MetaScan.charset(in: head) {
      let name = name(ofLabel: label)
      // What could be read as ASCII is no UTF-16.
      return (name.hasPrefix("utf-16") ? "utf-8" : name, 0)
    }
    return (isUTF8(head) ? "utf-8" : "windows-1252", 0)
  }

  /// The label in a value such as `text/html; charset="utf-8"`.
  static func label(inContentType value: [UInt8]) -> String? {
    let lower = value.map(Scan.lower)
    let key = Array("charset".utf8)
    var position = 0
    while position + key.count <= lower.count {
      guard lower[position...].starts(with: key) else {
        position += 1
        continue
      }
      position += key.count
      while position < lower.count, Scan.isSpace(lower[position]) { position += 1 }
      guard position < lower.count, lower[position] == UInt8(ascii: "=") else { continue }
      position += 1
      while position < lower.count, Scan.isSpace(lower[position]) { position += 1 }
      guard position < lower.count else { return nil }
      let quote = lower[position]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { position += 1 }
      let label = lower[position...].prefix {
        isQuoted ? $0 != quote : !Scan.isSpace($0) && $0 != UInt8(ascii: ";")
      }
      return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
    return nil
  }

  /// The name of the charset that the web means by a label.
  static func name(ofLabel label: String) -> String {
    switch label {
    case "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": "utf-8"
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii", "us-ascii", "cp1252",
      "x-cp1252", "ansi_x3.4-1968":
      "windows-1252"
    case "utf-16", "unicode", "ucs-2", "iso-10646-ucs-2": "utf-16le"
    case "unicodefffe": "utf-16be"
    case "gb2312", "gb_2312-80", "chinese", "x-gbk": "gbk"
    case "sjis", "x-sjis", "ms_kanji", "windows-31j": "shift_jis"
    case "ks_c_5601-1987", "ksc5601", "korean", "windows-949": "euc-kr"
    case "iso-8859-9", "latin5": "windows-1254"
    case "iso-8859-11", "tis-620": "windows-874"
    default: label
    }
  }

  /// What glibc calls a charset.
  static func glibcName(of charset: String) -> String {
    switch charset {
    case "shift_jis": "CP932"
    case "euc-kr": "CP949"
    case "gbk": "GB18030"
    case "windows-874": "CP874"
    default:
      charset.hasPrefix("windows-") ? "CP" + charset.dropFirst(8) : charset.uppercased()
    }
  }

  /// Whether the bytes are UTF-8, but for a character cut off at their end.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes.dropLast(UTF8Tail.length(of: bytes)), as: UTF8.self) != nil
  }
}

/// Looks for the charset in `meta` tags. HTML, section 13.2.3.2, prescan.
private enum MetaScan {
  static func charset(in head: [UInt8]) -> String? {
    let sink = MetaSink()
    var mender = TagMender()
    var mended: [UInt8] = []
    mender.mend(ascii(head), depth: 0, into: &mended)
    let parser = PushParser(sink: sink)
    parser.feed(mended)
    parser.finish()
    return sink.charset
  }

  /// All that a `meta` needs is ASCII.
  private static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
  }

  private final class MetaSink: HTMLSink {
    private(set) var charset: String?

    func start(_ element: borrowing HTMLElement) {
      guard charset == nil, element.name == "meta" else { return }
      if let value = element.utf8(of: "charset") {
        charset = Charset.label(inContentType: Array("charset=".utf8) + value)
      } else if element.value(of: "http-equiv")?.lowercased() == "content-type",
        let content = element.utf8(of: "content")
      {
        charset = Charset.label(inContentType: content)
      }
    }

    func end(_ name: TagName) {}
    func characters(_ text: borrowing HTMLText) {}
  }
}
