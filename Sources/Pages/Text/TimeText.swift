import Standards

/// Compares date-times of records and pages as instants.
enum TimeText {
  /// Whether both mean the same instant, as far as the page's text says one; none where the record's
  /// is none.
  static func isSame(_ page: String, as record: String) -> Answer? {
    guard let own = try? DateReading(record) else { return nil }
    let text = trimmed(page)
    if let other = try? DateReading(text, profile: .iso8601) {
      return agrees(other.instant, own.instant) ? .same : .other
    }
    if let other = try? DateReading(text) {
      return agrees(other.instant, own.instant) ? .same : .other
    }
    guard text.utf8.count == 10, let day = try? DateReading(text + "T00:00:00Z") else {
      return .unreadable
    }
    // A day without time or offset is the record's if it is that day anywhere.
    let distance = own.instant.seconds - day.instant.seconds
    return (-14 * 3_600..<86_400 + 12 * 3_600).contains(distance) ? .same : .other
  }

  enum Answer {
    case same, other, unreadable
  }

  /// Pages often leave out the fraction of a second, or its last digits.
  private static func agrees(_ page: Instant, _ record: Instant) -> Bool {
    page.seconds == record.seconds && page.isLeapSecond == record.isLeapSecond
      && record.fraction.utf8.starts(with: page.fraction.utf8)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
