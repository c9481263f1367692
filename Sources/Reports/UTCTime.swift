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

  /// The second of `2026-06-25T15:14:21Z`; none for another form or a time that is none.
  static func seconds(_ text: String) -> Int? {
    let fields = text.utf8.split { !(0x30...0x39).contains($0) }
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard fields.count == 6, text.utf8.count == 20 else { return nil }
    // The days of March to February before a month, as `text` counts them.
    let (year, month) = fields[1] > 2 ? (fields[0], fields[1] - 3) : (fields[0] - 1, fields[1] + 9)
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + fields[2]
    let seconds = (days - 719_469) * 86_400 + fields[3] * 3_600 + fields[4] * 60 + fields[5]
    let isTime = "\(Self.text(secondsSince1970: seconds))Z".utf8.elementsEqual(text.utf8)
    return isTime ? seconds : nil
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
