/// What a site's robots.txt lets us ask. RFC 9309.
struct RobotsRules: Hashable, Sendable {
  private var rules: [Rule] = []
  private var isClosed = false

  private struct Rule: Hashable {
    let isAllowed: Bool
    let pattern: [UInt8]
  }

  /// The bytes that are read of a file. RFC 9309, section 2.5, asks for this much at least.
  static let limit = 500 * 1_024
  // Matching is linear in the rules; a file made to be slow must not hold up the loop.
  private static let longestList = 10_000

  /// A site without rules.
  static let open = RobotsRules()

  /// A site that must not be asked: its rules cannot be known for now.
  static let closed: RobotsRules = {
    var rules = RobotsRules()
    rules.isClosed = true
    return rules
  }()

  private init() {}

  /// Reads a file.
  ///
  /// - Parameter agent: our product token; groups for it go before those for `*`.
  init(_ file: [UInt8], agent: String) {
    var general: [Rule] = []
    var own: [Rule] = []
    var (isNamed, isForAll, isForUs) = (false, false, false)
    var names: (isForAll: Bool, isForUs: Bool)?
    let bom: [UInt8] = [0xEF, 0xBB, 0xBF]
    for line in file.dropFirst(file.starts(with: bom) ? 3 : 0).split(
      whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    {
      guard let (key, value) = Self.member(line) else { continue }
      switch key {
      case "user-agent":
        var known = names ?? (false, false)
        known.isForAll = known.isForAll || value.elementsEqual("*".utf8)
        known.isForUs = known.isForUs || Self.token(value) == agent.lowercased()
        names = known
      case "allow", "disallow":
        if let (forAll, forUs) = names {
          (isForAll, isForUs) = (forAll, forUs)
          isNamed = isNamed || forUs
          names = nil
        }
        guard !value.isEmpty else { continue }
        let rule = Rule(isAllowed: key == "allow", pattern: Self.normal(value))
        if isForUs { own.append(rule) }
        if isForAll { general.append(rule) }
      default: continue
      }
    }
    // A group for us without any rule lets us ask everything.
    isNamed = isNamed || names?.isForUs == true
    rules = isNamed ? own : general
    if rules.count > Self.longestList { self = .closed }
  }

  /// Whether a path with its query may be asked: the longest rule decides, and of two of the same
  /// length the one that allows. RFC 9309, section 2.2.2.
  func allows(_ target: String) -> Bool {
    let path = Self.normal(Array(target.utf8)[...])
    if path.elementsEqual("/robots.txt".utf8) { return true }
    if isClosed { return false }
    var best: (length: Int, isAllowed: Bool)?
    for rule in rules where Self.fits(rule.pattern, path) {
      let length = rule.pattern.count
      if length > best?.length ?? -1 || length == best?.length && rule.isAllowed {
        best = (length, rule.isAllowed)
      }
    }
    return best?.isAllowed ?? true
  }

  /// The token that groups are named by: what stands first in the User-Agent field.
  static func agent(_ userAgent: String) -> String {
    token(Array(userAgent.utf8)[...])
  }

  private static func token(_ text: ArraySlice<UInt8>) -> String {
    let name = text.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// `key: value # comment`; the key in lower case.
  private static func member(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)?
  {
    let text = line.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = trimmed(text[..<colon])
    return (String(decoding: key, as: UTF8.self).lowercased(), trimmed(text[(colon + 1)...]))
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 == 0x20 || $0 == 0x09 }
    while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
    return text
  }

  /// Escapes of letters, digits and `-._~` decoded, other bytes outside of ASCII escaped, so that
  /// rules and paths compare byte by byte.
  private static func normal(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let value = hexadecimal(rest.prefix(2)) {
        let isPlain =
          (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20) && value < 0x7B
          || "-._~".utf8.contains(value)
        if isPlain { result.append(value) } else { escape(value, to: &result) }
        rest.removeFirst(2)
      } else if byte > 0x7E || byte < 0x21 {
        escape(byte, to: &result)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static func escape(_ byte: UInt8, to result: inout [UInt8]) {
    let digits = String(byte, radix: 16).uppercased()
    result += Array("%\(byte < 16 ? "0" : "")\(digits)".utf8)
  }

  /// Whether a pattern fits the beginning of a path; `*` is any text, `$` at its end the path's end.
  private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pieces = (isAnchored ? pattern.dropLast() : pattern[...]).split(
      separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    guard let first = pieces.first, path.starts(with: first) else { return false }
    var rest = path.dropFirst(first.count)
    if pieces.count == 1 { return !isAnchored || rest.isEmpty }
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else {
        return false
      }
      rest = rest[(start + piece.count)...]
    }
    guard let last = pieces.last, !last.isEmpty else { return true }
    if isAnchored { return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last) }
    return rest.indices.contains { rest[$0...].starts(with: last) }
  }
}
