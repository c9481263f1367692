import Markdown
import Testing

@testable import Pages

@Suite struct WordSketchTests {
  private func sketch(_ text: String, pieces: Int = 1_000) -> WordSketch {
    var sketch = WordSketch()
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      var end = min(start + pieces, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      sketch.read(Array(bytes[start..<end]))
      start = end
    }
    sketch.finish()
    return sketch
  }

  private static let body = (1...400).map { "word\($0 * 7 % 331) and\($0)" }.joined(separator: " ")

  @Test(arguments: [1, 2, 13]) func `pieces make no difference`(pieces: Int) {
    let text = "Ça va? The quay's “high water” — ﬁve — at 12.30 o’clock 東京は"
    #expect(sketch(text, pieces: pieces) == sketch(text))
  }

  @Test func `spelling of quotes, case and white space make no difference`() {
    let one = sketch("“It’s” THE quay’s\n\n high   water — today, at noon it is high")
    let other = sketch("\"Its\" the quay's high water - today at noon, it is high!")
    #expect(one.samples == other.samples)
  }

  @Test func `a text stands whole in a page that holds it`() {
    let page = sketch("Home News About \(Self.body) Read more of this Imprint")
    #expect(sketch(Self.body).share(in: page) == 100)
  }

  @Test func `another text does not`() {
    let other = (1...400).map { "other\($0) thing" }.joined(separator: " ")
    #expect(sketch(Self.body).share(in: sketch(other)) == 0)
  }

  @Test func `half of a text is about half`() {
    let half = String(Self.body.prefix(Self.body.count / 2))
    let share = sketch(Self.body).share(in: sketch(half)) ?? 0
    #expect((40...60).contains(share))
  }

  @Test func `few words prove nothing`() {
    #expect(sketch("only a few words").share(in: sketch(Self.body)) == nil)
  }

  @Test func `a long page has no more samples than a short one`() {
    let long = (1...50_000).map { "w\($0)" }.joined(separator: " ")
    let page = sketch(long + " " + Self.body)
    #expect(page.samples.count <= 512)
    #expect(sketch(Self.body).share(in: page).map { $0 == 100 } ?? true)
  }

  @Test func `Markdown gives the words of its page`() {
    let markdown = MarkdownDocument(
      Array(
        "# Tide *ta*bles\n\nHigh [water](https://a.test/) &amp; low\n\n| a | b |\n|---|---|\n| c | d |"
          .utf8))
    var words = WordSketch()
    PlainText.read(markdown, into: &words)
    #expect(words.samples == sketch("Tide tables High water & low a b c d").samples)
  }

  @Test func `a sketch comes back from the facts of a page`() {
    let sketch = sketch(Self.body)
    let page = TestPage.html("<body>\(Self.body)")
    #expect(WordSketch(page) == sketch)
  }
}
