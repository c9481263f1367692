import HTML
import Testing

@Suite struct HTMLAnchorsTests {
  private static let prose = String(repeating: "words of an article ", count: 100)

  @Test(arguments: [
    ("<p id=a>", HTMLAnchors.Presence.present),
    ("<a name=a>", .present),
    ("<p name=a>", .absent),
    ("<h1 id=user-content-a>", .present),
    ("<p id=A>", .absent),
    ("<!-- <p id=a>", .absent),
    ("<div id=root></div><script src=x></script>", .undecidable(.builtByScript)),
    ("<div id=__next><p>\(prose)</div><script>x</script>", .undecidable(.builtByScript)),
    ("<p>\(prose)</p><script>x</script>", .absent),
    ("<script>\(prose)</script>", .undecidable(.builtByScript)),
    ("<meta http-equiv=Refresh content='0; url=/b'><p>\(prose)", .undecidable(.leadsElsewhere)),
    ("<meta http-equiv=refresh content=300><p>\(prose)", .absent),
    ("<div class='g-recaptcha'></div>", .undecidable(.asksForHuman)),
    ("<script src=//js.hcaptcha.com/1/api.js></script>x", .undecidable(.asksForHuman)),
    ("<p>\(prose)</p><form class='x h-captcha'></form>", .absent),
    ("<p \(String(repeating: "x", count: 70_000))>", .undecidable(.notReadAsABrowserWould)),
  ])
  func `a fragment is present, absent or undecidable`(
    _ page: String, _ presence: HTMLAnchors.Presence
  ) {
    var anchors = HTMLAnchors(wanted: [Array("a".utf8)], contentType: "text/html; charset=utf-8")
    anchors.feed(Array(page.utf8))
    anchors.finish()
    let found = anchors.presence(of: Array("a".utf8))
    #expect(found == presence)
  }

  @Test func `a page is done as soon as all fragments are found`() {
    var anchors = HTMLAnchors(
      wanted: [Array("a".utf8), Array("b".utf8)], contentType: "text/html; charset=utf-8")
    let head = String(repeating: " ", count: 2_000)
    anchors.feed(Array("\(head)<p id=b>x".utf8))
    var isComplete = anchors.isComplete
    #expect(!isComplete)
    let early = anchors.presence(of: Array("a".utf8))
    #expect(early == .undecidable(.notReadToTheEnd))
    anchors.feed(Array("<p id=a><p id=c>".utf8))
    isComplete = anchors.isComplete
    #expect(isComplete)
    let found = anchors.presence(of: Array("a".utf8))
    #expect(found == .present)
  }

  @Test func `an anchor that differs only in its normal form is another`() {
    var anchors = HTMLAnchors(
      wanted: [Array("e\u{301}".utf8)], contentType: "text/html; charset=utf-8")
    anchors.feed(Array("<p id=\u{E9}>".utf8))
    anchors.finish()
    let found = anchors.presence(of: Array("e\u{301}".utf8))
    #expect(found == .absent)
  }
}
