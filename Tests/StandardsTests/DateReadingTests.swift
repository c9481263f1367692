import Testing

@testable import Standards

@Suite struct DateReadingTests {
  struct Valid: Sendable, CustomTestStringConvertible {
    let text: String
    let utc: String
    let profiles: Set<DateProfile>
    init(_ text: String, _ utc: String, _ profiles: DateProfile...) {
      (self.text, self.utc) = (text, utc)
      self.profiles = profiles.isEmpty ? Set(DateProfile.allCases) : Set(profiles)
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Valid("2026-06-25T14:59:57Z", "2026-06-25T14:59:57Z"),
    Valid("2026-06-25T14:59:57.123456+00:00", "2026-06-25T14:59:57.123456Z"),
    Valid("2026-06-25 14:59:57+00:00", "2026-06-25T14:59:57Z", .article),
    Valid("2026-06-25t14:59:57z", "2026-06-25T14:59:57Z", .article, .rfc3339),
    Valid("2026-06-25T14:59:57-00:00", "2026-06-25T14:59:57Z", .article, .rfc3339),
    Valid("2026-06-25T16:59:57+02:00", "2026-06-25T14:59:57Z"),
    Valid("2026-01-01T00:30:00+05:45", "2025-12-31T18:45:00Z"),
    Valid("2025-12-31T23:30:00-03:30", "2026-01-01T03:00:00Z"),
    Valid("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    Valid("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
    Valid("0000-02-29T00:00:00Z", "0000-02-29T00:00:00Z"),
    Valid("0001-01-01T00:00:00+23:59", "0000-12-31T00:01:00Z"),
    Valid("9999-12-31T23:59:59.999999999999Z", "9999-12-31T23:59:59.999999999999Z"),
    Valid("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
    Valid("2026-06-25T14:59:57.000Z", "2026-06-25T14:59:57Z"),
    Valid("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
    Valid("2016-12-31T23:59:60.75Z", "2016-12-31T23:59:60.75Z"),
    Valid("1990-12-31T15:59:60-08:00", "1990-12-31T23:59:60Z"),
    Valid("2017-01-01T05:29:60+05:30", "2016-12-31T23:59:60Z"),
    Valid("2015-06-30T23:59:60Z", "2015-06-30T23:59:60Z"),
    Valid("2026-W26-4T14:59:57Z", "2026-06-25T14:59:57Z", .iso8601),
    Valid("2020-W53-7T00:00:00Z", "2021-01-03T00:00:00Z", .iso8601),
    Valid("2026-176T14:59:57Z", "2026-06-25T14:59:57Z", .iso8601),
    Valid("2024-366T00:00:00Z", "2024-12-31T00:00:00Z", .iso8601),
    Valid("2026-06-25T14:59Z", "2026-06-25T14:59:00Z", .iso8601),
    Valid("2026-06-25T14+02", "2026-06-25T12:00:00Z", .iso8601),
    Valid("2026-06-25T14:59:57-05", "2026-06-25T19:59:57Z", .iso8601),
  ]) func `a date-time is read in its profiles only`(_ valid: Valid) throws {
    for profile in DateProfile.allCases {
      if valid.profiles.contains(profile) {
        #expect(try DateReading(valid.text, profile: profile).instant.text() == valid.utc)
      } else {
        #expect(throws: DateError.self) { try DateReading(valid.text, profile: profile) }
      }
    }
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), ("2026", .unexpectedEnd, 4), ("2026-06-25", .missingTime, 10),
      ("25/06/2026", .notADigit, 2), ("2026/06/25T00:00:00Z", .expected("-"), 4),
      ("2026-13-01T00:00:00Z", .monthOutOfRange, 5), ("2026-00-01T00:00:00Z", .monthOutOfRange, 5),
      ("2026-02-29T00:00:00Z", .dayOutOfRange, 8), ("1900-02-29T00:00:00Z", .dayOutOfRange, 8),
      ("2026-04-31T00:00:00Z", .dayOutOfRange, 8), ("2026-06-00T00:00:00Z", .dayOutOfRange, 8),
      ("2026-06-25T24:00:00Z", .hourOutOfRange, 11),
      ("2026-06-25T12:60:00Z", .minuteOutOfRange, 14),
      ("2026-06-25T12:00:61Z", .secondOutOfRange, 17),
      ("2026-06-25T12:00:60Z", .notALeapSecond, 17),
      ("2026-06-25T23:59:60Z", .notALeapSecond, 17),
      ("2016-12-31T23:59:60+01:00", .notALeapSecond, 17),
      ("2016-12-31T22:59:60Z", .notALeapSecond, 17), ("1971-12-31T23:59:60Z", .notALeapSecond, 17),
      ("2026-06-25T12:00:21,5Z", .commaFraction, 19), ("2026-06-25T12:00:21.Z", .emptyFraction, 20),
      ("2026-06-25T12:00:00Z\n", .trailingText, 20), ("2026-06-25T12:00:00Z ", .trailingText, 20),
      ("2026-06-25T12:00:00 Z", .trailingText, 19), ("2026-06-25T12:00:00\n", .trailingText, 19),
      (" 2026-06-25T12:00:00Z", .notADigit, 0), ("2026-06-25  12:00:00Z", .notADigit, 11),
      ("2026-06-25_12:00:00Z", .badSeparator, 10),
      ("2026-06-25T12:00:00+24:00", .offsetOutOfRange, 20),
      ("2026-06-25T12:00:00+02:60", .offsetOutOfRange, 23),
      ("2026-06-25T12:00:00+0200", .expected(":"), 22),
      ("2026-06-25T12:00:00+02", .unexpectedEnd, 22), ("2026-06-25T12:00:00+2:00", .notADigit, 21),
      ("2026-6-25T12:00:00Z", .notADigit, 6), ("26-06-25T12:00:00Z", .notADigit, 2),
      ("２０２６-06-25T12:00:00Z", .notADigit, 0), ("2026-06-25T12:00:0٥Z", .notADigit, 18),
      ("+2026-06-25T12:00:00Z", .notADigit, 0), ("12026-06-25T12:00:00Z", .expected("-"), 4),
      ("2026-06-25T12:00:00GMT", .trailingText, 19), ("2026-06-25T1:00:00Z", .notADigit, 12),
      ("2026-06-25T12:00", .unexpectedEnd, 16), ("2026-06-25T12:00Z", .expected(":"), 16),
      ("2026-06-25T12:00:00\u{2212}02:00", .trailingText, 19),
      ("2026-06-25T12:00:00Z[UTC]", .trailingText, 20),
      ("2026-06-25T12:00:00.5.5Z", .trailingText, 21), ("2026-W26-4T12:00:00Z", .notADigit, 5),
    ] as [(String, DateError.Fault, Int)])
  func `what is no date-time is refused with its place`(
    _ text: String, _ fault: DateError.Fault, _ offset: Int
  ) {
    #expect(throws: DateError(reason: .notADateTime(fault), offset: offset)) {
      try DateReading(text)
    }
  }

  @Test(
    arguments: [
      ("2026-06-25t12:00:00Z", .badSeparator, 10), ("2026-06-25 12:00:00Z", .badSeparator, 10),
      ("2026-06-25T12:00:00z", .trailingText, 19),
      ("2026-06-25T12:00:00-00:00", .offsetOutOfRange, 19),
      ("2026-W54-1T12:00:00Z", .weekOutOfRange, 6), ("2025-W53-1T12:00:00Z", .weekOutOfRange, 6),
      ("2026-W26-8T12:00:00Z", .dayOutOfRange, 9), ("2026-366T12:00:00Z", .dayOutOfRange, 5),
      ("2026-000T12:00:00Z", .dayOutOfRange, 5), ("2026-06-25T12.5Z", .trailingText, 13),
      ("20260625T120000Z", .expected("-"), 4), ("2026-06-25T12:00,5Z", .commaFraction, 16),
    ] as [(String, DateError.Fault, Int)])
  func `ISO 8601 has its own limits`(_ text: String, _ fault: DateError.Fault, _ offset: Int) {
    #expect(throws: DateError(reason: .notADateTime(fault), offset: offset)) {
      try DateReading(text, profile: .iso8601)
    }
  }

  @Test(arguments: [
    "2026-06-25 14:59:57", "2026-06-25T14:59:57", "2026-06-25T14:59:57.5", "2016-12-31T23:59:60",
  ]) func `a date-time without offset is told apart`(_ text: String) {
    #expect(throws: DateError(reason: .missingOffset, offset: text.utf8.count)) {
      try DateReading(text)
    }
  }

  @Test(arguments: [
    ("2026-06-25T14:59:57Z", "YYYY-MM-DDThh:mm:ssZ"),
    ("2026-06-25 14:59:57.123+00:00", "YYYY-MM-DD hh:mm:ss.fff+00:00"),
    ("2026-06-25t14:59:57z", "YYYY-MM-DDthh:mm:ssz"),
    ("2026-06-25T14:59:57-00:00", "YYYY-MM-DDThh:mm:ss-00:00"),
    ("2026-06-25T14:59:57-02:00", "YYYY-MM-DDThh:mm:ss±hh:mm"),
  ]) func `the form is described`(_ text: String, _ form: String) throws {
    #expect(try DateReading(text).form.description == form)
  }

  @Test func `equal forms are equal whatever the time`() throws {
    let one = try DateReading("2026-06-25 14:59:57+02:00").form
    #expect(try DateReading("1999-01-02 00:00:00-05:30").form == one)
    #expect(try DateReading("1999-01-02T00:00:00-05:30").form != one)
    #expect(try DateReading("1999-01-02 00:00:00Z").form != one)
    #expect(try DateReading("1999-01-02 00:00:00.0-05:30").form != one)
  }

  @Test(arguments: [
    ("2026-06-25 16:59:57.50+02:00", "2026-06-25 14:59:57.50+00:00"),
    ("2026-06-25t16:59:57-01:00", "2026-06-25t17:59:57+00:00"),
    ("2026-06-25T16:59:57Z", "2026-06-25T16:59:57Z"),
  ]) func `an instant can be written in a form`(_ text: String, _ utc: String) throws {
    let reading = try DateReading(text)
    #expect(reading.instant.text(like: reading.form) == utc)
  }

  @Test(arguments: [
    ("2026-01-01T00:00:00Z", true), ("2026-01-01T00:00:00+02:00", true),
    ("2025-12-31T22:00:00-02:00", true),
    ("2026-01-01T00:00:00.5Z", false), ("2026-01-02T00:00:00Z", false),
    ("2026-01-01T00:01:00Z", false),
  ]) func `midnight of 1 January is told`(_ text: String, _ isNewYear: Bool) throws {
    #expect(try DateReading(text).isNewYear == isNewYear)
  }

  @Test func `the Unix epoch is told in every zone`() throws {
    #expect(try DateReading("1970-01-01T01:00:00+01:00").isUnixEpoch)
    #expect(try !DateReading("1970-01-01T00:00:00.1Z").isUnixEpoch)
  }
}
