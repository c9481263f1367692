import Testing

@testable import Standards

@Suite struct InstantTests {
  private func instant(_ text: String) throws -> Instant {
    try DateReading(text).instant
  }

  @Test(arguments: [
    ("2026-06-25T14:59:56.999Z", "2026-06-25T14:59:57Z"),
    ("2026-06-25T14:59:57.49Z", "2026-06-25T14:59:57.5Z"),
    ("2026-06-25T14:59:57.5Z", "2026-06-25T14:59:57.50000000000000000000000001Z"),
    ("2026-06-25T16:59:57+02:00", "2026-06-25T14:59:57.1Z"),
    ("2016-12-31T23:59:59.9Z", "2016-12-31T23:59:60Z"),
    ("2016-12-31T23:59:60.9Z", "2017-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z"),
    ("0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
  ]) func `instants are ordered exactly`(_ earlier: String, _ later: String) throws {
    #expect(try instant(earlier) < instant(later))
    #expect(try !(instant(later) < instant(earlier)))
    #expect(try instant(later) != instant(earlier))
  }

  @Test(arguments: [
    ("2026-06-25T16:59:57+02:00", "2026-06-25 14:59:57.000z"),
    ("2026-06-25T14:59:57.10Z", "2026-06-25T14:59:57.1000-00:00"),
    ("1990-12-31T15:59:60-08:00", "1990-12-31T23:59:60Z"),
  ]) func `one instant has many texts`(_ one: String, _ other: String) throws {
    #expect(try instant(one) == instant(other))
    #expect(try instant(one).hashValue == instant(other).hashValue)
  }

  @Test func `seconds from outside make an instant`() throws {
    #expect(Instant(seconds: 1_782_399_597).text() == "2026-06-25T14:59:57Z")
    #expect(Instant(seconds: 0, nanoseconds: 5_000_000).text() == "1970-01-01T00:00:00.005Z")
    #expect(Instant(seconds: -1).text() == "1969-12-31T23:59:59Z")
    #expect(Instant(seconds: 0).advanced(bySeconds: -300).text() == "1969-12-31T23:55:00Z")
  }

  @Test func `every day from year 0 to 9999 is its own inverse`() {
    var days = CivilDate(year: 0, month: 1, day: 1).daysSinceEpoch
    let last = CivilDate(year: 9999, month: 12, day: 31).daysSinceEpoch
    #expect(days == -719_528 && last == 2_932_896)
    var faults = 0
    while days <= last {
      if CivilDate(daysSinceEpoch: days).daysSinceEpoch != days { faults += 1 }
      days += 1
    }
    #expect(faults == 0)
    #expect(CivilDate(year: 2026, month: 6, day: 25).weekday == 4)
  }

  @Test(arguments: [
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:00Z", "0 s"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:12Z", "12 s"),
    ("2026-06-25T00:00:12Z", "2026-06-25T00:00:00Z", "12 s"),
    ("2026-06-25T00:00:00.999Z", "2026-06-25T00:00:01Z", "1 ms"),
    ("2026-06-25T00:00:00.5Z", "2026-06-25T00:00:02Z", "1.5 s"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:09.12345Z", "9.123 s"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:00.0015Z", "1.5 ms"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:00.000020Z", "20 µs"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:00.000000001Z", "1 ns"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:00:00.0000000001Z", "under 1 ns"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:01:00Z", "1 min"),
    ("2026-06-25T00:00:00Z", "2026-06-25T00:02:05Z", "2 min 5 s"),
    ("2026-06-25T00:00:00Z", "2026-06-25T03:05:59Z", "3 h 5 min"),
    ("2026-06-25T00:00:00Z", "2026-06-25T03:00:59Z", "3 h"),
    ("2026-06-25T00:00:00Z", "2026-06-26T00:00:00Z", "1 day"),
    ("2026-06-25T00:00:00Z", "2026-06-27T00:10:00Z", "2 days"),
    ("2026-06-25T00:00:00Z", "2026-06-27T05:10:00Z", "2 days 5 h"),
    ("2026-06-25T02:00:00+02:00", "2026-06-25T00:00:00Z", "0 s"),
    ("2016-12-31T23:59:59Z", "2017-01-01T00:00:00Z", "1 s"),
    ("2016-12-31T23:59:59Z", "2016-12-31T23:59:60.5Z", "1.5 s"),
  ]) func `a difference is told in words`(_ one: String, _ other: String, _ text: String) throws {
    #expect(try InstantDifference(instant(one), instant(other)).description == text)
  }
}
