/// A point in time, exact to every digit that was written.
///
/// Leap seconds are instants of their own, after :59 and before :00.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted. A leap second has the count of
  /// the second before it.
  package let seconds: Int
  /// Whether this is in a leap second.
  package let isLeapSecond: Bool
  /// The decimal digits of the fraction of a second, without trailing zeros.
  package let fraction: String

  /// An instant with the resolution of the system's clocks.
  ///
  /// - Parameter nanoseconds: 0 to 999,999,999.
  package init(seconds: Int, nanoseconds: Int = 0) {
    precondition((0..<1_000_000_000).contains(nanoseconds))
    guard nanoseconds > 0 else {
      self.init(wholeSeconds: seconds)
      return
    }
    let digits = String(nanoseconds + 1_000_000_000).dropFirst()
    self.init(seconds: seconds, isLeapSecond: false, fraction: String(digits))
  }

  private init(wholeSeconds seconds: Int) {
    self.seconds = seconds
    isLeapSecond = false
    fraction = ""
  }

  init(seconds: Int, isLeapSecond: Bool, fraction: some StringProtocol) {
    self.seconds = seconds
    self.isLeapSecond = isLeapSecond
    let digits = fraction.utf8
    let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    self.fraction = String(decoding: digits.dropLast(zeros), as: UTF8.self)
  }

  /// The instant so many seconds later, or earlier if negative.
  package func advanced(bySeconds count: Int) -> Instant {
    Instant(seconds: seconds + count, isLeapSecond: isLeapSecond, fraction: fraction)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    if left.seconds != right.seconds { return left.seconds < right.seconds }
    if left.isLeapSecond != right.isLeapSecond { return right.isLeapSecond }
    return left.fraction.utf8.lexicographicallyPrecedes(right.fraction.utf8)
  }

  /// The day in UTC.
  package var date: CivilDate {
    CivilDate(daysSinceEpoch: days)
  }

  /// Seconds since midnight UTC, 0 to 86,399.
  package var secondOfDay: Int {
    seconds - days * 86_400
  }

  /// The instant in UTC, with all its digits: `2026-06-25T14:59:57.25Z`.
  ///
  /// - Parameter form: whose separator and offset to write, so that a text keeps its look; an offset
  ///   other than UTC's becomes `+00:00`. The fraction is padded to the form's count of digits.
  package func text(like form: DateForm = DateForm()) -> String {
    let day = date
    let time = secondOfDay
    let second = time % 60 + (isLeapSecond ? 1 : 0)
    var text = Self.padded(day.year, 4) + "-" + Self.padded(day.month, 2)
    text += "-" + Self.padded(day.day, 2) + form.separator.rawValue
    text += Self.padded(time / 3600, 2) + ":" + Self.padded(time / 60 % 60, 2)
    text += ":" + Self.padded(second, 2)
    let digits = max(fraction.utf8.count, form.fractionDigits)
    if digits > 0 {
      text += "." + fraction + String(repeating: "0", count: digits - fraction.utf8.count)
    }
    return text + form.offset.textInUTC
  }

  private var days: Int {
    (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(abs(number))
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}
