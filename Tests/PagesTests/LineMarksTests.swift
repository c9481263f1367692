import Testing

@testable import Pages

@Suite struct LineMarksTests {
  private func marks(_ text: String) -> [UInt32] { LineMarks(of: Array(text.utf8)).marks }

  @Test(arguments: [
    "one\r\n\r\ntwo\r\n", "one\r\rtwo", "\n\none  \n\t\n\n\ntwo\n\n",
    "---\ntitle: x\n---\n\none\n\ntwo",
    "\u{FEFF}one\n\ntwo",
  ])
  func `newlines, outer blank lines and front matter make no difference`(text: String) {
    #expect(marks(text) == marks("one\n\ntwo"))
  }

  @Test(arguments: ["one\ntwo", "one\n\n two", "two\n\none", "one\n\ntwo\nthree"])
  func `other differences do`(text: String) {
    #expect(marks(text) != marks("one\n\ntwo"))
  }

  @Test func `front matter that is never closed is text`() {
    #expect(marks("---\none") != marks("one"))
    #expect(marks("---\none").count == 2)
  }

  @Test func `the first line that differs is kept`() {
    var lines = LineMarks(expecting: marks("one\n\ntwo\nthree"))
    lines.read(Array("# The title\n\none\n\ntoo\nthree".utf8))
    lines.finish()
    #expect(lines.difference?.position == 4)
    #expect(lines.difference.map { String(decoding: $0.text, as: UTF8.self) } == "too")
    #expect(lines.title.map { String(decoding: $0, as: UTF8.self) } == "The title")
  }

  @Test func `memory is bounded`() {
    let lines = LineMarks(of: Array(String(repeating: "x\n", count: 10_000).utf8))
    #expect(lines.marks.count == LineMarks.most)
    #expect(lines.isCut)
  }

  @Test func `marks come back from text`() {
    let marks = (0..<300).map { UInt32($0) &* 2_654_435_761 }
    #expect(Marks.texts(marks).flatMap(Marks.marks) == marks)
  }
}
