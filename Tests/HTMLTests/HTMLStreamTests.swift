import HTML
import Testing

@Suite struct HTMLStreamTests {
  @Test(arguments: [
    ("<p id=a>x</p><a id='b' href=\"/u?x=1&amp;y=2\">", ["a", "b"]),
    ("<my-element id=a><svg id=b><path id=c /></svg><p id=d>", ["a", "b", "c", "d"]),
    // Markup that is text.
    ("<textarea><p id=x></textarea><p id=a>", ["a"]),
    ("<title><b id=x></b></title><p id=a>", ["a"]),
    ("<iframe><p id=x></iframe><xmp><p id=y></xmp><p id=a>", ["a"]),
    ("<noembed><p id=x></noembed><noframes><p id=y></noframes><p id=a>", ["a"]),
    ("<script>'<p id=x>' </scripts> <p id=y></script><p id=a>", ["a"]),
    ("<style><p id=x></style ><p id=a>", ["a"]),
    ("<p id=a><plaintext><p id=x></plaintext><p id=y>", ["a"]),
    ("<svg><style/><p id=a></svg><p id=b>", ["a", "b"]),
    ("<TEXTAREA><p id=x></TextArea><p id=a>", ["a"]),
    // Comments.
    ("<!--><p id=a><!-- x --><p id=b>", ["a", "b"]),
    ("<!---><p id=a><!----><p id=b><!-- --!><p id=c>", ["a", "b", "c"]),
    ("<!-- <p id=x> -- > <p id=y> --><p id=a>", ["a"]),
    ("<p id=a><!-- <p id=hidden>", ["a"]),
    ("<!x <p id=x><p id=a><?php echo '<p id=y>' ?><p id=b>", ["a", "b"]),
    ("<!doctype html><p id=a>", ["a"]),
    // Attributes.
    ("<a/id=a><img/src=y/id=b><br/id=c>", ["a", "c"]),
    ("<p @click=\"a > b\" id=a><p (x)='<p id=y>' id=b>", ["a", "b"]),
    ("<p title='<p id=x>' id=a><p title=\"a'b\" id='c\"d'>", ["a", "c\"d"]),
    ("<p ID=a id=x><p id><p id=''>", ["a", "", ""]),
    ("<p id = a ><p\nid\n=\n'b'\n>", ["a", "b"]),
    ("<p id=&#97;&amp;b>", ["a&b"]),
    ("<p \"id=x\"><p a\"b id=a>", ["a"]),
    // NULs and odd brackets.
    ("a\0b<p id=a>\0</p><p id='b\0'>", ["a", "b\u{FFFD}"]),
    ("1 < 2 <3 <p id=a> </ x id=y> </> <p id=b>", ["a", "b"]),
    // The frame of a page.
    ("</html><p id=a></body></html><p id=b>", ["a", "b"]),
    ("<html id=a><body id=b><body id=c><html id=d><p id=e>", ["a", "b", "c", "d", "e"]),
    ("x<html id=a><head id=h><body id=b>", ["a", "b"]),
    ("<p id=a", []),
  ])
  func `ids are those that a browser sees, however the page arrives`(
    _ page: String, _ ids: [String]
  ) {
    for chunk in [16_384, 7, 1] {
      let reading = PageReading(page, chunk: chunk)
      #expect(reading.ids == ids, "in chunks of \(chunk)")
      #expect(reading.limits.isEmpty)
    }
  }

  @Test func `text is decoded, and raw text kept`() {
    let reading = PageReading(
      "<title>A &amp; <b>B</b></title><script>a &amp;&lt; b</script><xmp>&amp;</xmp><p>&eacute;")
    #expect(reading.string.filter { $0 != "\n" } == "A & <b>B</b>a &amp;&lt; b&amp;é")
    #expect(reading.ends.contains("title"))
  }

  @Test func `addresses are decoded`() {
    let reading = PageReading("<a href='/u?a=b&amp;c=d&copy=e'><link href=\"&#x2F;x\">")
    #expect(reading.hrefs == ["/u?a=b&c=d&copy=e", "/x"])
  }

  @Test(arguments: [
    Encoded("utf-8", "<p id=é>".utf8, "é", contentType: "text/html; charset=UTF-8"),
    Encoded(
      "utf-8", [0xEF, 0xBB, 0xBF] + Array("<p id=é>".utf8), "é",
      contentType: "text/html; charset=latin1"),
    Encoded(
      "windows-1252", Array("<p id=".utf8) + [0xE9, 0x80] + [0x3E], "é€",
      contentType: "text/html;charset=\"ISO-8859-1\""),
    Encoded("windows-1252", Array("<meta charset=latin1><p id=".utf8) + [0xE9] + [0x3E], "é"),
    Encoded("windows-1252", Array("<p id=".utf8) + [0xE9] + [0x3E], "é"),
    Encoded("utf-8", "<p id=é>".utf8, "é"),
    Encoded(
      "utf-8",
      "<!-- <meta charset=latin1> --><meta http-equiv=Content-Type content='text/html; charset=utf-8'><p id=é>"
        .utf8, "é"),
    Encoded(
      "utf-16le", [0xFF, 0xFE] + "<p id=é😀>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      "é😀"),
    Encoded(
      "utf-16be", [0xFE, 0xFF] + "<p id=é>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      "é"),
    Encoded(
      "utf-16le", "<p id=é>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "é",
      contentType: "text/html; charset=utf-16le"),
    Encoded(
      "shift_jis", Array("<p id=".utf8) + [0x93, 0xFA, 0x96, 0x7B] + [0x3E], "日本",
      contentType: "text/html; charset=Shift_JIS"),
    Encoded(
      "windows-1251", Array("<meta charset=windows-1251><p id=".utf8) + [0xCF, 0xF0] + [0x3E], "Пр"),
    Encoded(
      "utf-8", Array("<p id=a".utf8) + [0xFF, 0xC3] + Array("b>".utf8), "a\u{FFFD}\u{FFFD}b",
      contentType: "text/html; charset=utf-8"),
    Encoded("utf-8", "<p id=é>".utf8, "é", contentType: "text/html; charset=nonsense"),
  ])
  func `a page is decoded by mark, header or meta`(_ page: Encoded) {
    for chunk in [16_384, 3, 1] {
      let reading = PageReading(page.bytes, contentType: page.contentType, chunk: chunk)
      #expect(reading.ids == [page.id], "in chunks of \(chunk)")
      #expect(reading.charset == page.charset)
    }
  }

  @Test func `one bad byte does not turn the rest into Latin-1`() {
    let page = Array("<p>".utf8) + [0xFF] + Array("</p><p id=é>".utf8)
    #expect(PageReading(page, contentType: "text/html; charset=utf-8").ids == ["é"])
  }

  @Test func `an external entity is not read`() {
    let reading = PageReading(
      "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p id=a>&x;</p>")
    #expect(reading.ids == ["a"])
    #expect(!reading.string.contains("root:"))
  }

  @Test(arguments: [
    Hostile("nested elements", String(repeating: "<div>", count: 100_000) + "<p id=a>", []),
    Hostile("unclosed ids", String(repeating: "<i id=x>", count: 40_000) + "<p id=a>", []),
    Hostile(
      "stray ends",
      String(repeating: "<div>", count: 40_000) + String(repeating: "</span>", count: 40_000)
        + "<p id=a>", []),
    Hostile(
      "ends without end",
      "<span>" + String(repeating: "<div>", count: 40_000)
        + String(repeating: "<span></span></span>", count: 20_000) + "<p id=a>", nil),
    Hostile(
      "bodies",
      String(repeating: "<div>", count: 40_000) + String(repeating: "<body>", count: 40_000)
        + "<p id=a>", []),
    Hostile(
      "attributes", "<p " + (0..<50_000).map { "a\($0)=b" }.joined(separator: " ") + "><p id=a>",
      [.longTag, .manyAttributes]),
    Hostile(
      "short attributes", "<p " + (0..<9_000).map { "a\($0)" }.joined(separator: " ") + "><p id=a>",
      .manyAttributes),
    Hostile(
      "many attributes often",
      String(repeating: "<p " + (0..<900).map { "a\($0)" }.joined(separator: " ") + ">", count: 500)
        + "<p id=a>", .costlyTags),
    Hostile(
      "a long attribute", "<p title='" + String(repeating: "x", count: 4_000_000) + "'><p id=a>",
      .longTag),
    Hostile(
      "a long comment", "<!--" + String(repeating: "x", count: 4_000_000) + "--><p id=a>", []),
    Hostile(
      "a long script", "<script>" + String(repeating: "x<", count: 1_000_000) + "</script><p id=a>",
      []),
    Hostile("brackets", String(repeating: "<", count: 300_000) + "<p id=a>", []),
    Hostile("comments", String(repeating: "<!-", count: 100_000) + "><p id=a>", []),
  ])
  func `a hostile page is read or said to be undecidable`(_ page: Hostile) {
    let reading = PageReading(page.text)
    #expect(reading.ids.last == "a")
    if let limits = page.limits { #expect(reading.limits == limits) }
  }

  struct Encoded: CustomTestStringConvertible {
    let charset: String
    let bytes: [UInt8]
    let id: String
    let contentType: String?

    init(
      _ charset: String, _ bytes: some Sequence<UInt8>, _ id: String, contentType: String? = nil
    ) {
      self.charset = charset
      self.bytes = Array(bytes)
      self.id = id
      self.contentType = contentType
    }

    var testDescription: String { "\(charset) \(id) \(contentType ?? "")" }
  }

  struct Hostile: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let limits: HTMLLimits?

    init(_ name: String, _ text: String, _ limits: HTMLLimits?) {
      testDescription = name
      self.text = text
      self.limits = limits
    }
  }
}
