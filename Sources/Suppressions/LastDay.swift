import Standards

/// The last day on which a suppression holds, in UTC: `2027-01-01`.
struct LastDay: Hashable, Sendable {
  let text: String
  /// When the day is over, in seconds since 1970.
  let end: Int

  /// None for what is no day of the calendar.
  init?(_ text: String) {
    guard text.utf8.count == 10, let midnight = try? DateReading("\(text)T00:00:00Z") else {
      return nil
    }
    self.text = text
    end = midnight.instant.seconds + 86_400
  }

  /// - Parameter now: seconds since 1970.
  func isOver(at now: Int) -> Bool { now >= end }
}
