import Model
import Testing

@Suite struct StatusRangesTests {
  @Test(arguments: [
    ("403", "403"), ("200..299", "200..299"), ("200..299, 403 ,500..500", "200..299,403,500"),
  ])
  func `statuses are read as people write them`(text: String, description: String) {
    #expect(StatusRanges(text)?.description == description)
  }

  @Test(arguments: ["", "99", "600", "4xx", "403,", "299..200", "200...299", "200-299", "0403"])
  func `what is no list of statuses is none`(text: String) {
    #expect(StatusRanges(text) == nil)
  }

  @Test func `the ends of a range are in it`() {
    let ranges = StatusRanges("403,500..599")
    let inside = (100...699).filter { ranges?.contains($0) == true }
    #expect(inside == [403] + Array(500...599))
  }
}
