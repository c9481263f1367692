import Model

/// Refuses a query that stands where servers do not look for one.
struct QueryPlace: RecordKind {
  static let name = "query-place"
  static let placeholders = ["query"]

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    /// `?a=1/?b=2`: the second `?` is part of the first value.
    case second
    /// `#top?b=2`: servers do not see it.
    case afterFragment = "after-fragment"
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    let text = subject.utf8
    guard let mark = text.firstIndex(of: UInt8(ascii: "?")), Self.isWeb(text) else { return }
    let hash = text.firstIndex(of: UInt8(ascii: "#")) ?? text.count
    if mark < hash {
      guard refused.contains(.second) else { return }
      var start = mark + 1
      while let next = text[start..<hash].firstIndex(of: UInt8(ascii: "?")) {
        // `?to=https://a.example/?b=1` carries a whole address.
        guard !Self.holdsAddress(text[mark..<next]) else { return }
        if Self.startsParameter(text[(next + 1)..<hash]) {
          return report(Self.fault(at: next, to: hash, in: text))
        }
        start = next + 1
      }
    } else if refused.contains(.afterFragment), !Self.isRoute(text[(hash + 1)...]),
      Self.startsParameter(text[(mark + 1)...])
    {
      report(Self.fault(at: mark, to: text.count, in: text))
    }
  }

  private static func fault(at mark: Int, to end: Int, in text: [UInt8]) -> Fault {
    let query = String(decoding: text[mark..<end].prefix(80), as: UTF8.self)
    return Fault(site: .part(mark..<mark + 1), values: [("query", query)])
  }

  /// Whether the address is relative, or of http or https.
  private static func isWeb(_ text: [UInt8]) -> Bool {
    let start = text.prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = start[..<colon].map { $0 | 0x20 }
    return scheme.elementsEqual("https".utf8) || scheme.elementsEqual("http".utf8)
  }

  private static func holdsAddress(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
      return text.contains(UInt8(ascii: "%"))
        && String(decoding: text, as: UTF8.self).lowercased().utf8.split(separator: 0x25)
          .contains { $0.starts(with: "3a".utf8) }
    }
    return text[colon...].starts(with: "://".utf8)
  }

  /// Pages that route by fragment have queries of their own there: `#/search?q=1`, `#!/a?b=1`; and
  /// `#:~:text=` quotes text.
  private static func isRoute(_ fragment: ArraySlice<UInt8>) -> Bool {
    [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: ":")].contains(fragment.first ?? 0)
  }

  /// Whether a `name=` stands at the start; `?q=why?` only asks.
  private static func startsParameter(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return !name.isEmpty && name.endIndex < text.endIndex
      && text[name.endIndex] == UInt8(ascii: "=")
  }
}
