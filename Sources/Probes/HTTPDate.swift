/// A date of HTTP in its three forms. RFC 9110, section 5.6.7.
enum HTTPDate {
  /// Seconds since 1970; nil for anything that is none of the three forms.
  static func seconds(_ bytes: [UInt8]) -> Int? {
    // No form is longer than "Wednesday, 09-Nov-94 08:49:37 GMT".
    guard bytes.count <= 40, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    switch words.count {
    case 6 where words[5] == "GMT" && isShortDay(words[0], ","):
      return instant(day: words[1], month: words[2], year: words[3], time: words[4])
    case 4 where words[3] == "GMT" && isLongDay(words[0]):
      return obsolete(words)
    case 5, 6: return asctime(words)
    default: return nil
    }
  }

  private static let shortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let longDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func isShortDay(_ word: String, _ end: String) -> Bool {
    shortDays.contains { $0 + end == word }
  }

  private static func isLongDay(_ word: String) -> Bool { longDays.contains { $0 + "," == word } }

  /// RFC 850: a year of two digits, taken as in this century up to 69.
  private static func obsolete(_ words: [String]) -> Int? {
    let parts = words[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let short = number(parts[2], digits: 2) else { return nil }
    return instant(
      day: parts[0], month: parts[1], year: String(short + (short < 70 ? 2000 : 1900)),
      time: words[2])
  }

  /// asctime: a day of one digit has a second blank before it.
  private static func asctime(_ words: [String]) -> Int? {
    guard isShortDay(words[0], "") else { return nil }
    if words.count == 5 {
      return instant(day: words[2], month: words[1], year: words[4], time: words[3])
    }
    guard words[2].isEmpty, words[3].utf8.count == 1 else { return nil }
    return instant(day: "0" + words[3], month: words[1], year: words[5], time: words[4])
  }

  private static func instant(day: String, month: String, year: String, time: String) -> Int? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let day = number(day, digits: 2), let month = months.firstIndex(of: month),
      let year = number(year, digits: 4), clock.count == 3,
      let hour = number(clock[0], digits: 2), let minute = number(clock[1], digits: 2),
      let second = number(clock[2], digits: 2), (1...31).contains(day), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    return days(year: year, month: month + 1, day: day) * 86_400 + hour * 3_600 + minute * 60
      + second
  }

  private static func number(_ text: String, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
