import Testing

@testable import HTML

@Suite struct AnchorScanTests {
  private static let pages = [
    "<p id=a>", "<p id='a' >x", "<P ID=\"a\">", "<p id = a>", "<p/id=a/>", "<a name=a>",
    "<p name=a>", "<p id=b id=a>", "<p title='<p id=a>'>", "<p title=\"x>\" id=a>",
    "<p id=user-content-a>",
    "<!--<p id=a>-->", "<!--><p id=a>", "<!---><p id=a>", "<!--x--!><p id=a>", "<!-- > <p id=a>",
    "<!-- --><p id=a>", "<!doctype html><p id=a>", "<?php id=a ?><p id=a>",
    "<title><p id=a></title>",
    "<title>x</title><p id=a>", "<script>'<p id=a>'</script>", "<script>x</script ><p id=a>",
    "<script><!-- <script> </script> <p id=a> --></script>", "<style><p id=a></style>",
    "<textarea><p id=a></textarea>", "<xmp></xmpa><p id=a></xmp>", "<plaintext><p id=a>",
    "<iframe><p id=a></iframe>", "<svg><![CDATA[<p id=a>]]></svg>", "<p id='&#97;'>a", "< p id=a>",
    "<1 id=a>", "</p id=a>", "<p\nid=a\n>", "<p id=a", "<p id='a", "<p id='a'x=y>", "<p =id=a>",
    "<p id=>a", "<p id>a", "<template><p id=a></template>", "<b id=ab>", "<p data-id=a>",
    "<p id=\"a\u{0}\">", "<span id=a></span>", "<table><tr><td id=a>",
  ]

  /// What the parser alone says; the scan cannot read such a page.
  private func parsed(_ page: [UInt8]) -> Bool {
    var anchors = HTMLAnchors(wanted: [Array("a".utf8)], contentType: "text/html; charset=gbk")
    anchors.feed(page)
    anchors.finish()
    return anchors.presence(of: Array("a".utf8)) == .present
  }

  @Test(arguments: pages, [1, 3, 10_000])
  func `the scan finds no place that the parser does not`(page: String, piece: Int) throws {
    let bytes = Array((page + " <i>padding</i>").utf8)
    let name = Array("a".utf8)
    var scan = try #require(AnchorScan(wanted: [name], contentType: nil))
    var found = false
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let more = Array(bytes[start..<min(start + piece, bytes.count)])
      if scan.feed(more, found: { _ in found = true }) == .unfit { break }
    }
    if found { #expect(parsed(bytes)) }
    var anchors = HTMLAnchors(wanted: [name])
    for start in stride(from: 0, to: bytes.count, by: piece) {
      anchors.feed(Array(bytes[start..<min(start + piece, bytes.count)]))
    }
    anchors.finish()
    #expect((anchors.presence(of: name) == .present) == parsed(bytes))
  }

  @Test(arguments: ["<p id=a>", "<p class='x y' id=\"a\">", "<a name=a>", "<p id=user-content-a>"])
  func `a usual place is found without the parser`(page: String) throws {
    let page = "<!doctype html><title>x</title><script>1 < 2</script><!-- a -->\(page) more text"
    var scan = try #require(AnchorScan(wanted: [Array("a".utf8)], contentType: "text/html"))
    var found: [[UInt8]] = []
    #expect(scan.feed(Array(page.utf8)) { found.append($0) } == .searching)
    #expect(found == [Array("a".utf8)])
  }

  @Test func `a page that is long is for the parser`() throws {
    var scan = try #require(AnchorScan(wanted: [Array("a".utf8)], contentType: nil))
    var progress = AnchorScan.Progress.searching
    for _ in 0..<20 {
      progress = scan.feed([UInt8](repeating: 0x62, count: 16_384), found: { _ in })
    }
    #expect(progress == .unfit)
  }

  @Test func `names of other letters and charsets of other forms are for the parser`() {
    #expect(AnchorScan(wanted: [Array("caf\u{E9}".utf8)], contentType: nil) == nil)
    #expect(AnchorScan(wanted: [Array("a".utf8)], contentType: "text/html;charset=utf-16") == nil)
  }
}
