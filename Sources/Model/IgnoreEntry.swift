/// An excuse in the configuration: findings that stand, why, and until when.
///
/// A finding is excused when everything that the entry names fits it.
package struct IgnoreEntry: Hashable, Sendable {
  /// By rule ID, or the beginning of it with `*`: `links/*`.
  package let rule: String
  /// A pattern of files: `articles/2019/**`; none for all.
  package let file: String?
  /// The absolute path of the folder that `file` starts from.
  package let folder: String
  /// The key of a record; none for all.
  package let record: String?
  /// The text of a link, or the beginning of it with `*`; none for all.
  package let href: String?
  /// What the team agreed on; never empty.
  package let reason: String
  /// The last day on which it holds; none for ever.
  package let until: Day?
  /// Where it stands in the configuration.
  package let location: SourceLocation

  /// A day of the calendar.
  package struct Day: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    /// The instant at which the day is over in UTC, in seconds since 1970.
    package let end: Int

    package init(year: Int, month: Int, day: Int, end: Int) {
      self.year = year
      self.month = month
      self.day = day
      self.end = end
    }
  }

  package init(
    rule: String, file: String?, folder: String, record: String?, href: String?, reason: String,
    until: Day?, location: SourceLocation
  ) {
    self.rule = rule
    self.file = file
    self.folder = folder
    self.record = record
    self.href = href
    self.reason = reason
    self.until = until
    self.location = location
  }
}
