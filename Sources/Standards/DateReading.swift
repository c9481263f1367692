/// One text read as a date-time: the instant, and how it was written.
///
/// ```swift
/// let reading = try DateReading("2026-06-25 16:59:57.250+02:00")
/// reading.instant.text()  // "2026-06-25T14:59:57.25Z"
/// reading.form.description  // "YYYY-MM-DD hh:mm:ss.fff±hh:mm"
/// ```
package struct DateReading: Hashable, Sendable {
  /// The point in time.
  package let instant: Instant
  /// How it was written.
  package let form: DateForm
  /// The day as it was written, in local time.
  package let localDate: CivilDate
  /// Seconds since local midnight, 0 to 86,399.
  package let localSecondOfDay: Int
  /// Minutes that local time is ahead of UTC.
  package let offsetInMinutes: Int

  /// Reads a date-time: nothing before it, nothing after it.
  ///
  /// - Throws: ``DateError`` with the reason and the byte offset.
  package init(_ text: String, profile: DateProfile = .article) throws(DateError) {
    var reader = DateReader(Array(text.utf8), profile: profile)
    self = try reader.read()
  }

  init(
    instant: Instant, form: DateForm, localDate: CivilDate, localSecondOfDay: Int,
    offsetInMinutes: Int
  ) {
    self.instant = instant
    self.form = form
    self.localDate = localDate
    self.localSecondOfDay = localSecondOfDay
    self.offsetInMinutes = offsetInMinutes
  }

  /// Whether the time is midnight of 1 January as written or in UTC: a year in disguise.
  package var isNewYear: Bool {
    func isFirst(_ date: CivilDate) -> Bool { date.month == 1 && date.day == 1 }
    guard instant.fraction.isEmpty, !instant.isLeapSecond else { return false }
    return (localSecondOfDay == 0 && isFirst(localDate))
      || (instant.secondOfDay == 0 && isFirst(instant.date))
  }

  /// Whether this is 1970-01-01T00:00:00Z: a missing value in disguise.
  package var isUnixEpoch: Bool {
    instant == Instant(seconds: 0)
  }
}
