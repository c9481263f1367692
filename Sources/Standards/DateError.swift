/// A text that is no date-time of its profile.
package struct DateError: Error, Hashable {
  /// What is wrong.
  package let reason: Reason
  /// Where: a byte offset in the text.
  package let offset: Int

  /// The ways in which a text fails to be a date-time.
  package enum Reason: Hashable, Sendable {
    /// All is well, but no offset from UTC follows: the instant is unknown.
    case missingOffset
    /// Not a date-time at all.
    case notADateTime(Fault)
  }

  /// What stands, or does not stand, at the place.
  package enum Fault: Hashable, Sendable {
    /// Nothing but the text's end where more must follow.
    case unexpectedEnd
    /// No ASCII digit where one must be.
    case notADigit
    /// Another character than this one.
    case expected(Character)
    /// No `T` (or blank, in the article profile) between day and time.
    case badSeparator
    /// A date and no time.
    case missingTime
    case monthOutOfRange
    /// No such day in that month, or year: 30 February.
    case dayOutOfRange
    case weekOutOfRange
    /// 24:00 is refused: it is 00:00 of the next day.
    case hourOutOfRange
    case minuteOutOfRange
    case secondOutOfRange
    /// `:60` where no leap second can be: anywhere but 23:59:60 UTC of 30 June or 31 December.
    case notALeapSecond
    /// `,` before a fraction.
    case commaFraction
    /// `.` and no digit after it.
    case emptyFraction
    /// An offset over 23:59, or `-00:00` in ISO 8601.
    case offsetOutOfRange
    /// Text after the date-time: a blank, a line break, anything.
    case trailingText
  }
}
