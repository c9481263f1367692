import Settings
import Testing

@Suite struct ThresholdTests {
  @Test(arguments: [
    ("> 5%", 5, 100, false), ("> 5%", 6, 100, true), (">= 5%", 5, 100, true), ("> 0%", 0, 9, false),
    (">0%", 1, 1_000_000, true), (">= 0", 0, 0, false), ("> 10", 10, 99, false),
    (">= 10", 10, 99, true), ("> 2.5%", 25, 1000, false), ("> 2.5%", 26, 1000, true),
  ])
  func `a count is over a bound or not`(text: String, count: Int, total: Int, isOver: Bool) throws {
    #expect(try #require(Threshold(text)).isExceeded(by: count, of: total) == isOver)
  }

  @Test(arguments: ["5%", "< 5", "> ", "> 101%", "> 1.5", "> -1", "> 1e3", "=> 5", "> 5 %%"])
  func `what is no bound is refused`(text: String) {
    #expect(Threshold(text) == nil)
  }
}
