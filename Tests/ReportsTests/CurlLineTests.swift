import Model
import Reports
import Testing

@Suite struct CurlLineTests {
  @Test(arguments: [
    ("HEAD", "https://a.example/", "curl -sS --max-time 30 -I 'https://a.example/'"),
    ("GET", "https://a.example/", "curl -sS --max-time 30 -D - -o /dev/null 'https://a.example/'"),
    ("HEAD", "https://a.example/[1]", "curl -sSg --max-time 30 -I 'https://a.example/[1]'"),
    (
      "HEAD", "https://a.example/?token=abcdefgh",
      "curl -sS --max-time 30 -I 'https://a.example/?token=***'"
    ),
    (
      "HEAD", "https://a.example/?q='$(id)'",
      #"curl -sS --max-time 30 -I 'https://a.example/?q='\''$(id)'\'''"#
    ),
  ])
  func `a probe can be repeated by hand`(method: String, url: String, line: String) {
    #expect(CurlLine.text(for: Exchange(method: method, url: url)) == line)
  }

  @Test func `what the settings added is repeated, its secrets left out`() {
    var settings = Exchange.Settings()
    settings.fields = ["Authorization", "X-Key"]
    settings.hasCertificate = true
    settings.isUnverified = true
    settings.proxy = "http://user:secret@proxy.example:3128"
    let exchange = Exchange(
      method: "HEAD", url: "https://a.example/", httpVersion: "1.1", settings: settings)
    #expect(
      CurlLine.text(for: exchange)
        == "curl -sS --max-time 30 --http1.1 -k --proxy 'http://***@proxy.example:3128' "
        + "--cert *** -H 'Authorization: ***' -H 'X-Key: ***' -I 'https://a.example/'")
  }
}
