/// A second as a date and time in UTC, in the Gregorian calendar.
package enum UTCTime {
  /// `2026-06-25`.
  package static func date(secondsSince1970 seconds: Int) -> String {
    String(text(secondsSince1970: seconds).prefix(10))
  }

  /// `2026-06-25T15:14:21`, without a zone, as JUnit readers want it.
  static func text(secondsSince1970 seconds: Int) -> String {
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let second = seconds - day * 86_400
    // Years begin in March here, so that the leap day comes last; eras have 400 years.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(dayOfMonth, 2))"
    let hour = digits(second / 3_600, 2)
    return "\(date)T\(hour):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2))"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
