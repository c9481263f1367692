import Testing

@testable import Probes

@Suite struct RetryAfterTests {
  // 2026-11-24 12:00:00 UTC.
  private static let now = 1_795_521_600

  @Test(arguments: [
    ("1", 1), ("120", 120), ("99999999999", 9_999_999_999),
    ("Tue, 24 Nov 2026 12:00:03 GMT", 3), ("Tuesday, 24-Nov-26 12:00:03 GMT", 3),
    ("Tue Nov 24 12:00:03 2026", 3),
  ])
  func `seconds and the three dates are read`(value: String, seconds: Int) {
    #expect(RetryAfter.wait([Array(value.utf8)], now: Self.now) == .seconds(seconds))
  }

  @Test(arguments: [
    "", "0", "-5", "+5", "1.5", "1e9", "5 s", "soon", "0x10", "\u{0661}", "1,2",
    "Tue, 24 Nov 2026 11:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT",
    "Tue, 24 Nov 2026 12:00:03 CET", "Tue, 24 Nov 2026 25:00:03 GMT", "24 Nov 2026 12:00:03 GMT",
  ])
  func `garbage, the past and the negative count as absent`(value: String) {
    #expect(RetryAfter.wait([Array(value.utf8)], now: Self.now) == nil)
  }

  @Test func `of several fields the longest counts`() {
    let values = ["3", "soon", "7"].map { Array($0.utf8) }
    #expect(RetryAfter.wait(values, now: Self.now) == .seconds(7))
  }
}

@Suite struct HTTPDateTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
  ])
  func `the three forms of RFC 9110 are one instant`(text: String, seconds: Int) {
    #expect(HTTPDate.seconds(Array(text.utf8)) == seconds)
  }
}
