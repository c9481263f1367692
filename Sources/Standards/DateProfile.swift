/// Which date-times are accepted.
package enum DateProfile: String, CaseIterable, Sendable {
  /// RFC 3339, or with one blank instead of `T`.
  case article
  /// RFC 3339, section 5.6: `T` and `Z` in either case.
  case rfc3339
  /// ISO 8601 extended forms of one instant: calendar, week and ordinal dates, time down to the
  /// hour, minute or second, offset `Z`, `±hh:mm` or `±hh`. Upper case; no comma, no 24:00.
  case iso8601
}
