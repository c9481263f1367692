import HTML
import Testing

@Suite struct TagNameTests {
  @Test(arguments: ["a", "template", "blockquote", "x-element-with-a-long-name"])
  func `a name is the name of its element`(name: String) {
    let reading = PageReading("<\(name.uppercased())>x</\(name)>")
    #expect(reading.elements.last == name)
    #expect(reading.ends.contains(name))
  }

  @Test func `names of eight bytes and more differ`() {
    let names: [TagName] = ["template", "templates", "templat", "textarea", "a", "ab"]
    #expect(Set(names).count == names.count)
    #expect(names.map(\.text) == ["template", "templates", "templat", "textarea", "a", "ab"])
  }

  @Test func `a table knows its names and no others`() {
    let table = TagTable([("a", 1), ("template", 2)])
    #expect(table["a"] == 1)
    #expect(table["template"] == 2)
    #expect(table["b"] == 0)
    #expect(table["templates"] == 0)
  }

  @Test func `a NUL in a name loses nothing that follows`() {
    let reading = PageReading("<p id=one>x</p><a\0b id=two>y</a\0b><p id=three>z</p>")
    #expect(reading.ids == ["one", "two", "three"])
    #expect(reading.string == "xyz")
  }

  @Test func `more names than are counted quickly are counted too`() {
    let names = (0..<200).map { "x\($0)" }
    let page =
      names.map { "<\($0)>" }.joined() + names.reversed().map { "</\($0)></\($0)>" }.joined()
    let reading = PageReading(page)
    #expect(reading.ends.filter { $0.hasPrefix("x") } == Array(names.reversed()))
  }

  @Test(arguments: [
    #"<a title="a'b>c<d" href='/x"y'>"#, #"<a title='"' href="/x&quot;y" >"#,
  ])
  func `quoted values are read whole, whatever the pieces`(page: String) {
    for chunk in [1, 3, 100] {
      #expect(PageReading(page, chunk: chunk).hrefs == [#"/x"y"#])
    }
  }
}
