import Links
import Model
import Testing

@Suite struct LinkExtractorTests {
  @Test func `links of all fields come in source order with role and place`() {
    let occurrences = read(
      #"""
      {"slug": "a", "url": "https://h.example/a",
       "body_md": "See [é](/u#p)\n\n![i](i.png) \u00e9 <https://x.example/>",
       "alternates": {"html": "https://h.example/a", "text": "/a.txt"},
       "canonical_source": null}
      """#)
    #expect(
      occurrences.map(description)
        == [
          "field /url https://h.example/a 2:- -> https://h.example/a",
          "body /body_md /u#p 3:1:9 -> https://h.example/u#p",
          "image /body_md i.png 3:3:6 -> https://h.example/i.png",
          "body /body_md https://x.example/ 3:3:16 -> https://x.example/",
          "alternate /alternates/html https://h.example/a 4:- -> https://h.example/a",
          "alternate /alternates/text /a.txt 4:- -> https://h.example/a.txt",
        ].map {
          $0.replacing(" 2:-", with: " 1:-").replacing(" 3:", with: " 2:").replacing(
            " 4:", with: " 3:")
        })
  }

  @Test func `every place is where the href stands in the file`() {
    let json = #"""
      {"url": "https://h.example/", "body_md": "\u65e5\ud83d\ude00 [a](/\u00fc \"t\")\r\n> [b](/v\\_w)\t[r] <a href='/x'>\n\n[r]: </y z>\n"}
      """#
    let bytes = Array(json.utf8)
    let occurrences = read(json)
    #expect(
      occurrences.map {
        String(decoding: bytes[$0.span.start.offset..<$0.span.end.offset], as: UTF8.self)
      } == ["https://h.example/", #"/\u00fc"#, #"/v\\_w"#, "/x", "/y z"])
    #expect(
      occurrences.map(\.href.description) == ["https://h.example/", "/ü", "/v_w", "/x", "/y z"])
    #expect(
      occurrences.map { $0.span.start.columnInUTF8 } == occurrences.map { $0.span.start.offset + 1 }
    )
    #expect(
      occurrences.compactMap(\.bodyPosition).map { "\($0.line):\($0.column)" }
        == ["1:8", "2:7", "2:27", "4:7"])
  }

  @Test func `places count from the record's own place in its file`() {
    let origin = Origin(file: "a.jsonl", offset: 1_000, line: 7, column: 3, columnInUTF8: 4)
    let record = RecordText.record(#"{"é": 1, "url": "https://h.example/"}"#, origin: origin)
    let start = LinkExtractor().occurrences(in: record).first?.span.start
    #expect(
      start
        == SourceLocation(file: "a.jsonl", line: 7, column: 20, columnInUTF8: 22, offset: 1_018))
  }

  @Test(arguments: [
    ("mailto:a@b.example", "scheme mailto"), ("tel:+1", "scheme tel"),
    ("data:text/html,x", "scheme data"), ("JavaScript:x()", "scheme javascript"),
    ("file:///etc/passwd", "scheme file"), ("htp://a.example", "scheme htp"),
    ("https://", "malformed"), ("https://a b.example/", "malformed"),
    ("https://h.example:99999/", "malformed"), ("https://u:p@h.example/", "credentials"),
    ("", "empty"), ("/x", "https://h.example/x"), ("#a b", "https://h.example/d/p#a b"),
    ("q?x#y#z", "https://h.example/d/q?x#y#z"), ("//i.example", "https://i.example/"),
    ("https://i.example/#", "https://i.example/#"),
    ("https://i.example/#e/?l=x", "https://i.example/#e/?l=x"),
    ("HTTPS://B\u{FC}cher.example:443/%7e", "https://xn--bcher-kva.example/%7e"),
  ])
  func `an href leads to a target or has a reason not to`(_ href: String, _ expected: String) {
    let json = #"{"url": "https://h.example/d/p", "body_md": "[x](<\#(href)>)"}"#
    let occurrence = read(json).last
    #expect(occurrence.map { destination($0.destination) } == expected)
    #expect(occurrence?.href.description == href)
  }

  @Test(arguments: [#"{"body_md": "[x](/y)"}"#, #"{"url": "/a", "body_md": "[x](/y)"}"#])
  func `a relative link without a base is not probed`(_ json: String) {
    let occurrences = read(json)
    #expect(occurrences.allSatisfy { destination($0.destination) == "relative-without-base" })
    #expect(occurrences.last?.href.description == "/y")
  }

  @Test func `a reference link counts once, at its definition`() {
    let occurrences = read(
      #"{"url": "https://h.example/", "body_md": "[a][r] [b][r] ![r]\n\n[r]: /u\n[s]: /v"}"#)
    #expect(
      occurrences.dropFirst().map(description) == ["body /body_md /u 1:3:6 -> https://h.example/u"])
  }

  @Test func `raw HTML gives links, comments and code do not`() {
    let occurrences = read(
      #"""
      {"url": "https://h.example/", "body_md": "x <a href=\"/a?b&amp;c\">y</a> `<a href=/n>`\n\n<!-- <a href=/n> -->\n\n> <img src=/i\n> srcset=\"/j 1x, /k 2x\">\n> <video poster=/p src=/v></video>\n"}
      """#)
    #expect(
      occurrences.dropFirst().map {
        "\($0.role) \($0.href) \($0.bodyPosition?.line ?? 0):\($0.bodyPosition?.column ?? 0)"
      }
        == [
          "body /a?b&c 1:12", "image /i 5:12", "image /j 6:11", "image /k 6:18", "image /p 7:17",
          "body /v 7:24",
        ])
  }

  @Test func `the fields are settings`() {
    var fields = LinkFields()
    fields.markdown = [FieldPath("/parts/*/text")]
    fields.urls = [FieldPath("/source")]
    fields.alternates = []
    let record = RecordText.record(
      #"{"url": "https://h.example/", "source": "https://s.example", "parts": [{"text": "[a](/b)"}, {"text": "[c](/d)"}], "body_md": "[n](/n)"}"#
    )
    let occurrences = LinkExtractor(fields: fields).occurrences(in: record)
    #expect(occurrences.map(\.href.description) == ["https://s.example", "/b", "/d"])
    #expect(occurrences.map(\.field.description) == ["/source", "/parts/0/text", "/parts/1/text"])
  }

  @Test func `what is no string is no link`() {
    #expect(
      read(#"{"url": 1, "body_md": null, "alternates": [], "canonical_source": " "}"#).isEmpty)
  }

  @Test func `a body of very many links is placed in one pass`() {
    let body = String(repeating: #"- [\u00e9](/u)\n"#, count: 20_000)
    let occurrences = read(#"{"url": "https://h.example/", "body_md": "\#(body)"}"#)
    #expect(occurrences.count == 20_001)
    #expect(occurrences.last?.bodyPosition == BodyPosition(line: 20_000, column: 7))
  }

  private func read(_ json: String) -> [LinkOccurrence] {
    LinkExtractor().occurrences(in: RecordText.record(json))
  }

  private func description(_ link: LinkOccurrence) -> String {
    let body = link.bodyPosition.map { "\($0.line):\($0.column)" } ?? "-"
    return
      "\(link.role) \(link.field) \(link.href) \(link.span.start.line):\(body) -> \(destination(link.destination))"
  }

  @Test func `a line end in an address adds nothing to a request`() {
    let destination = Destination(of: "http://x.test/\r\nHost: evil")
    #expect(self.destination(destination) == "http://x.test/Host:%20evil")
  }

  private func destination(_ destination: Destination) -> String {
    switch destination {
    case .target(let target, let fragment): target.url + (fragment.map { "#\($0)" } ?? "")
    case .unprobed(_, .scheme(let scheme)): "scheme \(scheme)"
    case .unprobed(_, let reason): reason.code
    }
  }
}
