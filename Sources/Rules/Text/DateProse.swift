import Standards

/// Says in words what is wrong with a date-time.
enum DateProse {
  /// - Parameter offset: in bytes, where the fault stands.
  static func phrase(for fault: DateError.Fault, at offset: Int) -> String {
    let place = "character \(offset + 1)"
    return switch fault {
    case .unexpectedEnd: "it ends too early"
    case .notADigit: "\(place) must be a digit from 0 to 9"
    case .expected(let character): "\(place) must be '\(character)'"
    case .badSeparator: "between day and time stands 'T' or one blank"
    case .missingTime: "it has no time of day"
    case .monthOutOfRange: "there is no such month"
    case .dayOutOfRange: "that month has no such day"
    case .weekOutOfRange: "that year has no such week"
    case .hourOutOfRange: "hours go from 00 to 23"
    case .minuteOutOfRange: "minutes go from 00 to 59"
    case .secondOutOfRange: "seconds go from 00 to 59"
    case .notALeapSecond: "a leap second can only be at 23:59:60 UTC of 30 June or 31 December"
    case .commaFraction: "a fraction of a second follows a '.', not a ','"
    case .emptyFraction: "no digit follows the '.'"
    case .offsetOutOfRange: "there is no such offset from UTC"
    case .trailingText: "text follows the date-time"
    }
  }
}
