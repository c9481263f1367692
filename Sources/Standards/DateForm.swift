/// How a date-time is written: what differs between two texts of one instant, but for the local time.
package struct DateForm: Hashable, Sendable, CustomStringConvertible {
  package var day: Day = .calendar
  package var separator: Separator = .upperT
  package var precision: Precision = .second
  /// The number of digits after the `.`; 0 where no `.` is.
  package var fractionDigits = 0
  package var offset: Offset = .upperZ

  package init() {}

  /// The form as a pattern: `YYYY-MM-DD hh:mm:ss.ffffff+00:00`.
  package var description: String {
    let fraction =
      fractionDigits == 0 ? "" : "." + String(repeating: "f", count: min(fractionDigits, 12))
    return day.rawValue + separator.rawValue + precision.rawValue + fraction + offset.rawValue
  }

  /// How the day is written.
  package enum Day: String, Hashable, Sendable {
    case calendar = "YYYY-MM-DD"
    case week = "YYYY-Www-D"
    case ordinal = "YYYY-DDD"
  }

  /// What stands between day and time.
  package enum Separator: String, Hashable, Sendable {
    case upperT = "T"
    case lowerT = "t"
    case blank = " "
  }

  /// The smallest unit of the time of day.
  package enum Precision: String, Hashable, Sendable {
    case hour = "hh"
    case minute = "hh:mm"
    case second = "hh:mm:ss"
  }

  /// How the offset from UTC is written.
  package enum Offset: String, Hashable, Sendable {
    case upperZ = "Z"
    case lowerZ = "z"
    case plusZero = "+00:00"
    /// UTC is known, the local offset is not. RFC 3339, section 4.3.
    case minusZero = "-00:00"
    case other = "±hh:mm"
    /// ISO 8601 only.
    case hoursOnly = "±hh"

    /// The offset for the same instant in UTC.
    var textInUTC: String {
      switch self {
      case .upperZ, .lowerZ, .minusZero, .plusZero: rawValue
      case .other, .hoursOnly: Offset.plusZero.rawValue
      }
    }
  }
}
