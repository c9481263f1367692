import Model
import Testing

@testable import Rules

/// What is held of dates.
@Suite struct DateKindsTests {
  private func rules(_ date: String) throws -> [String] {
    try RuleEngineTests.ids(#"{"published_at": "\#(date)"}"#).filter { $0.hasPrefix("dates/") }
  }

  @Test(arguments: [
    "2026-06-25 08:00:00+00:00", "2026-06-25T08:00:00Z", "2026-06-25 08:00:00.123456789012+00:00",
    "2024-02-29T23:59:59.999Z", "2026-01-01T00:00:01Z", "1990-01-01T00:00:01+00:00",
  ])
  func `a legal date is left alone`(date: String) throws {
    #expect(try rules(date) == [])
  }

  static let faults: [(date: String, rule: String)] = [
    ("2026-02-29T12:00:00Z", "not-a-date-time"), ("2026-06-25", "not-a-date-time"),
    ("25/06/2026", "not-a-date-time"), ("2026-06-25T14:59:57Z\\n", "not-a-date-time"),
    (" 2026-06-25T14:59:57Z", "not-a-date-time"), ("2026-06-24T24:00:00Z", "not-a-date-time"),
    ("2026-06-24T14:59:21,5Z", "not-a-date-time"), ("２026-06-24T14:59:21Z", "not-a-date-time"),
    ("2026-06-24T14:59:60Z", "not-a-date-time"), ("2026-06-24 14:59:57", "missing-offset"),
    ("2026-06-24T14:59:57.5", "missing-offset"), ("2026-06-25T12:05:00.001Z", "in-the-future"),
    ("1970-01-01T00:00:00Z", "implausible"), ("1970-01-01T01:00:00+01:00", "implausible"),
    ("2024-01-01T00:00:00Z", "implausible"), ("1989-12-31T23:59:59Z", "implausible"),
    ("2016-12-31T23:59:60Z", "unusual-form"), ("2026-06-24t14:59:57Z", "unusual-form"),
    ("2026-06-24T14:59:57z", "unusual-form"), ("2026-06-24T14:59:57-00:00", "unusual-form"),
    ("2026-06-24T14:59:57+02:00", "not-utc"), ("2026-06-24T14:59:57-05:30", "not-utc"),
  ]

  @Test(arguments: faults) func `a fault of a date is told once`(date: String, rule: String) throws
  {
    #expect(
      try rules(date).filter { $0 != "dates/not-utc" || rule == "not-utc" } == ["dates/" + rule])
  }

  @Test func `the clock comes from outside`() throws {
    let record = try #require(TestRecord.record(#"{"published_at": "2026-06-25T12:00:00Z"}"#))
    let early = try RuleEngine(RuleCatalogue(), now: 0)
    #expect(early.findings(in: record).contains { $0.rule == RuleID("dates/in-the-future") })
  }

  @Test func `dates are compared to their last digit`() throws {
    func isTold(_ published: String, _ updated: String) throws -> Bool {
      try RuleEngineTests.ids(#"{"published_at": "\#(published)", "updated_at": "\#(updated)"}"#)
        .contains("dates/updated-before-published")
    }
    #expect(try isTold("2026-06-25T08:00:00.0000000001Z", "2026-06-25T08:00:00Z"))
    #expect(try !isTold("2026-06-25T08:00:00.1Z", "2026-06-25T10:00:00.100+02:00"))
  }
}
