import HTML
import Testing

@Suite struct HTMLSnippetTests {
  @Test(arguments: [
    ("<a href=\"/u\">x</a>", ["a href=/u@9..<11"]),
    ("<a href='/u' title=t>", ["a href=/u@9..<11 title=t@19..<20"]),
    ("<a href=/u>", ["a href=/u@8..<10"]),
    ("<A HREF = /u ><img\nsrc=\"/i.png\"/>", ["a href=/u@10..<12", "img src=/i.png@24..<30"]),
    ("<a/href=x>", ["a href=x@8..<9"]),
    ("<a href=''><a href><a href=>", ["a href=@9..<9", "a href=", "a href="]),
    ("<a href=\"/u?a&amp;b\" href=/x>", ["a href=/u?a&b@9..<19"]),
    ("é<a href='/ü'>", ["a href=/ü@11..<14"]),
    ("<!-- <a href=/u> --><b>", ["b"]),
    ("<textarea><a href=/u></textarea><b>", ["textarea", "b"]),
    ("<!--<a href=/u>", []),
    ("<p title='<a href=/x>'><a href=/u>", ["p title=<a href=/x>@10..<21", "a href=/u@31..<33"]),
    (
      "<script src=/s onload='x()'></script><iframe src=/f></iframe>",
      ["script src=/s@12..<14 onload=x()@23..<26", "iframe src=/f@49..<51"]
    ),
    (
      "<td><li><a href=/u><body onload=x>",
      ["td", "li", "a href=/u@16..<18", "body onload=x@32..<33"]
    ),
    ("<a href=/u", []),
  ])
  func `tags and values stand at their places`(_ snippet: String, _ expected: [String]) {
    let tags = HTMLSnippet(Array(snippet.utf8)).tags
    #expect(
      tags.map { tag in
        ([tag.name]
          + tag.attributes.map { attribute in
            "\(attribute.name)=\(attribute.value)"
              + (attribute.valueRange.map { "@\($0.lowerBound)..<\($0.upperBound)" } ?? "")
          }).joined(separator: " ")
      } == expected)
  }

  @Test func `a tag's range goes from bracket to bracket`() {
    let source = Array("x <a href='>'>y</a> <br>".utf8)
    let ranges = HTMLSnippet(source).tags.map { String(decoding: source[$0.range], as: UTF8.self) }
    #expect(ranges == ["<a href='>'>", "<br>"])
  }
}
