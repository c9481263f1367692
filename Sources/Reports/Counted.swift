/// Numbers in sentences.
package enum Counted {
  /// `1 error`, `2 errors`.
  package static func text(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Thousandths with a point and three digits: `1.002`.
  static func decimal(thousandths: Int) -> String {
    let fraction = String(1_000 + abs(thousandths) % 1_000).dropFirst()
    return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1_000).\(fraction)"
  }
}

extension Duration {
  /// Whole milliseconds, rounded down.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
  }

  /// Whole microseconds, rounded down.
  var microseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }
}
