/// The time between two instants, exact to every digit.
package struct InstantDifference: Hashable, Sendable, CustomStringConvertible {
  /// Whole seconds, not negative.
  package let seconds: Int
  /// The decimal digits of the fraction of a second, without trailing zeros.
  package let fraction: String

  /// The time between two instants, whichever is the earlier.
  package init(_ one: Instant, _ other: Instant) {
    let earlier = min(one, other)
    let later = max(one, other)
    let width = max(earlier.fraction.utf8.count, later.fraction.utf8.count)
    let subtrahend = Self.digits(of: earlier.fraction, width)
    var result = Self.digits(of: later.fraction, width)
    var borrow = 0
    for index in (0..<width).reversed() {
      let digit = result[index] - subtrahend[index] - borrow
      borrow = digit < 0 ? 1 : 0
      result[index] = digit + 10 * borrow
    }
    let leaps = (later.isLeapSecond ? 1 : 0) - (earlier.isLeapSecond ? 1 : 0)
    seconds = later.seconds - earlier.seconds + leaps - borrow
    let last = result.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    fraction = String(decoding: result[..<last].map { UInt8($0) + 0x30 }, as: UTF8.self)
  }

  /// The two largest units, for people: `2 days 3 h`, `3 h 5 min`, `12 s`, `1.5 s`, `1 ms`.
  /// Smaller ones are cut off, never rounded up.
  package var description: String {
    let units = [(86_400, "day"), (3600, "h"), (60, "min"), (1, "s")]
    if seconds < 10 { return small }
    var parts: [String] = []
    var rest = seconds
    for (size, unit) in units {
      let count = rest / size
      rest %= size
      if count == 0, parts.isEmpty { continue }
      if count > 0 { parts.append("\(count) \(unit == "day" && count != 1 ? "days" : unit)") }
      if parts.count == 2 || count == 0 { break }
      if parts.count == 1, unit == "s" { break }
    }
    return parts.joined(separator: " ")
  }

  /// Under ten seconds: one unit, with up to three decimals.
  private var small: String {
    let digits = Array(fraction.utf8)
    if seconds > 0 || digits.isEmpty { return decimal("\(seconds)", digits[...]) + " s" }
    for (index, unit) in ["ms", "µs", "ns"].enumerated() {
      let whole = (0..<3).map { index * 3 + $0 }
        .map { $0 < digits.count ? digits[$0] : UInt8(ascii: "0") }
      let zeros = whole.prefix { $0 == UInt8(ascii: "0") }.count
      guard zeros < 3 else { continue }
      let text = String(decoding: whole.dropFirst(zeros), as: UTF8.self)
      return decimal(text, digits.dropFirst(index * 3 + 3)) + " " + unit
    }
    return "under 1 ns"
  }

  private func decimal(_ whole: String, _ fraction: ArraySlice<UInt8>) -> String {
    let kept = fraction.prefix(3)
    let zeros = kept.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let digits = String(decoding: kept.dropLast(zeros), as: UTF8.self)
    return digits.isEmpty ? whole : whole + "." + digits
  }

  private static func digits(of fraction: String, _ width: Int) -> [Int] {
    let digits = fraction.utf8.map { Int($0) - 0x30 }
    return digits + [Int](repeating: 0, count: width - digits.count)
  }
}
