import Standards

/// The times of sitemaps: date-times, or days without an offset. https://www.w3.org/TR/NOTE-datetime
enum ListedTime {
  /// The last second since 1970 that a time may mean; none for a year, a month, and what is none.
  static func latest(_ text: String) -> Int? {
    if let time = try? DateReading(text, profile: .iso8601) { return time.instant.seconds }
    if let time = try? DateReading(text) { return time.instant.seconds }
    guard text.utf8.count == 10, let day = try? DateReading(text + "T00:00:00Z") else {
      return nil
    }
    // The day ends last twelve hours west of Greenwich.
    return day.instant.seconds + 86_400 + 12 * 3_600 - 1
  }

  /// Whether a time may be later than another; one that says nothing is later than all.
  static func isLater(_ text: String, than other: String) -> Bool {
    guard let one = latest(text) else { return true }
    return latest(other).map { one > $0 } ?? false
  }
}
