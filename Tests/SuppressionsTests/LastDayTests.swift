import Testing

@testable import Suppressions

@Suite struct LastDayTests {
  @Test func `a day holds to its end in UTC`() throws {
    let day = try #require(LastDay("1970-01-02"))
    #expect(!day.isOver(at: 2 * 86_400 - 1))
    #expect(day.isOver(at: 2 * 86_400))
  }

  @Test(arguments: [
    "", "2026-02-30", "2026-2-3", "26-02-03", "2026-02-03T", "tomorrow", "2026/02/03",
  ])
  func `what is no day is refused`(text: String) {
    #expect(LastDay(text) == nil)
  }
}
