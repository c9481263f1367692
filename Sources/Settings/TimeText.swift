/// Lengths of time as people write them: `10`, `10s`, `500ms`, `2m`, `1h`, `7d`.
package enum TimeText {
  /// Nil for anything else; a number alone is seconds.
  package static func duration(_ text: String) -> Duration? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value >= 0, value < 1e9 else { return nil }
    switch text.dropFirst(number.count) {
    case "ms": return .seconds(value / 1000)
    case "", "s": return .seconds(value)
    case "m", "min": return .seconds(value * 60)
    case "h": return .seconds(value * 3600)
    case "d": return .seconds(value * 86_400)
    default: return nil
    }
  }

  /// `10s`, `500ms`, `7d`.
  package static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    if seconds > 0, attoseconds == 0, seconds.isMultiple(of: 86_400) {
      return "\(seconds / 86_400)d"
    }
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return milliseconds.isMultiple(of: 1000) ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
  }
}
