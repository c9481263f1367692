import Testing

@testable import Standards

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("topics", "topcs", 1), ("topics", "topisc", 1),
    ("kitten", "sitting", 3),
    ("title", "title", 0), ("é", "e", 1), ("e\u{301}", "\u{E9}", 2), ("ca", "abc", 3),
  ]) func `edits are counted on scalars`(_ left: String, _ right: String, _ distance: Int) {
    #expect(EditDistance.between(left, right, limit: 5) == distance)
    #expect(EditDistance.between(right, left, limit: 5) == distance)
    if distance > 0 { #expect(EditDistance.between(left, right, limit: distance - 1) == nil) }
  }

  @Test(
    arguments: [
      ("topcs", "topics"), ("titel", "title"), ("lnag", "lang"), ("language", nil),
      ("slug", "slug"), ("x", nil),
    ] as [(String, String?)]) func `the nearest is found`(_ text: String, _ nearest: String?)
  {
    #expect(EditDistance.nearest(to: text, in: ["lang", "slug", "title", "topics"]) == nearest)
  }

  @Test func `the first of equals wins and a limit holds`() {
    #expect(EditDistance.nearest(to: "cat", in: ["bat", "hat"]) == "bat")
    #expect(EditDistance.nearest(to: "kitten", in: ["sitting"], limit: 2) == nil)
    #expect(EditDistance.nearest(to: "kitten", in: ["sitting"], limit: 3) == "sitting")
  }
}
