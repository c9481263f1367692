extension Selector.Segment: CustomStringConvertible {
  /// The segment as RFC 9535 writes it: `.title`, `[*]`, `..['a b']`.
  var description: String {
    let start = reach == .descendants ? ".." : ""
    if picks.count == 1, case .name(let name) = picks[0], Self.isPlain(name) {
      return (reach == .descendants ? ".." : ".") + name
    }
    return start + "[" + picks.map(\.description).joined(separator: ", ") + "]"
  }

  /// Whether a name needs no quotes. RFC 9535, section 2.5.1.1.
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 || (0x30...0x39).contains($0)
        || $0 == UInt8(ascii: "_") || $0 >= 0x80
    }
  }
}

extension Selector.Pick: CustomStringConvertible {
  var description: String {
    switch self {
    case .name(let name): "'\(Self.escaped(name))'"
    case .wildcard: "*"
    case .index(let index): "\(index)"
    case .slice(let start, let end, let step):
      "\(start.map { "\($0)" } ?? ""):\(end.map { "\($0)" } ?? ""):\(step)"
    }
  }

  private static func escaped(_ name: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if scalar == "'" || scalar == "\\" { escaped.append("\\") }
      if scalar.value < 0x20 {
        let digits = String(scalar.value, radix: 16)
        escaped.append(
          contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            .unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
