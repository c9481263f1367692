import Model
import Testing

@testable import Reports

@Suite struct RedactionTests {
  @Test(arguments: [
    ("https://user:hunter2@h.example/", "https://***@h.example/"),
    ("https://user@h.example/", "https://***@h.example/"),
    ("https://u:p@w@h.example/", "https://***@h.example/"),
    ("https:/u:hunter2@h/", "https:/***@h/"), ("https:\\\\u:hunter2@h/", "https:\\\\***@h/"),
    ("https:u:hunter2@h/", "https:***@h/"), ("//u:hunter2@h/", "//***@h/"),
    ("https://u:hun ter2\"'<@h/", "https://***@h/"),
    ("https://h/@user/x:y@z", "https://h/@user/x:y@z"),
    ("mailto:desk@h.example", "mailto:desk@h.example"),
    ("https://h/?token=abc&x=1", "https://h/?token=***&x=1"),
    (
      "https://h/?a=1&X-Amz-Signature=abc&X-Amz-Date=1#f",
      "https://h/?a=1&X-Amz-Signature=***&X-Amz-Date=***#f"
    ),
    ("https://h/#access_token=abc&state=1", "https://h/#access_token=***&state=1"),
    ("https://h/?accessToken=abc", "https://h/?accessToken=***"),
    ("https://h/?%74oken=abc", "https://h/?%74oken=***"),
    ("https://h/?API_KEY=abc", "https://h/?API_KEY=***"),
    ("https://h/;jsessionid=abc?x=1", "https://h/;jsessionid=***"),
    (
      "https://h/?author=smith&keywords=a&design=b&authuser=0/?loclr=x",
      "https://h/?author=smith&keywords=a&design=b&authuser=0/?loclr=x"
    ),
    ("https://h/ghp_0123456789abcdef/x", "https://h/***/x"),
    ("https://h/eyJhbGciOiJI.eyJzdWIi.c2ln", "https://h/***"),
    ("https://h/highp_0123456789abcdef", "https://h/highp_0123456789abcdef"),
  ]) func `an address loses its secrets`(url: String, shown: String) {
    #expect(Redaction.url(url) == shown)
  }

  @Test(arguments: [
    (
      "See 'https://u:hunter2@h/' and 'https://h/?sig=abc'.",
      "See 'https://***@h/' and 'https://h/?sig=***'."
    ),
    (
      #"{"url":"https://a.example","mail":"bob@c.example"}"#,
      #"{"url":"https://a.example","mail":"bob@c.example"}"#
    ),
    (
      #""https:\/\/u:hunter2@h\/?a=1\u0026key=abc\u0026b=2""#,
      #""https:\/\/***@h\/?a=1\u0026key=***\u0026b=2""#
    ),
    (
      "[a](https://a.example)[b](mailto:x@y.example)",
      "[a](https://a.example)[b](mailto:x@y.example)"
    ),
    ("a = b, key=value, x?y", "a = b, key=value, x?y"),
    ("?a&amp;token=abc&amp;b", "?a&amp;token=***&amp;b"),
  ]) func `prose loses the secrets of its addresses`(text: String, shown: String) {
    #expect(Redaction.text(text) == shown)
  }

  @Test func `what prose would end early is known from the evidence`() {
    let url = "https://u:hun)ter \"2@h.example/?key=a'b\"c"
    #expect(
      Redaction.text("The link '\(url)' is odd.", evidence: url)
        == "The link 'https://***@h.example/?key=***' is odd.")
  }

  static let secret = "hunter2secret"

  @Test(arguments: [
    "https://user:\(secret)@h.example/a", "https://h.example/a?token=\(secret)&x=1",
    "https://h.example/a?x=1&X-Amz-Signature=\(secret)#f", "https:\\\\user:\(secret)@h.example/a",
  ]) func `no report holds a secret`(url: String) throws {
    var run = OutputInjectionTests.run(url, name: "a.json")
    run.links += [
      LinkReport(
        destination: .unprobed(Href(url), .credentials),
        judgement: Judgement(verdict: .unchecked, cause: "credentials", sentence: "See \(url)."),
        occurrences: 1)
    ]
    for (name, text) in try OutputInjectionTests.reports(run) {
      #expect(!text.contains(Self.secret), "\(name)")
      // Metrics hold no texts of records.
      #expect(text.contains("***") || text.contains(#"\*\*\*"#) || name == "prometheus", "\(name)")
    }
  }

  @Test(arguments: 0..<120) func `an excerpt cut anywhere shows no piece of a secret`(at: Int) {
    let line = "See https://user:S3S3S3S3S3S3@h.example/?token=S3S3S3S3S3S3&bad=?x and more. "
    let text = line + String(repeating: "word ", count: 40)
    let bytes = Array(text.utf8)
    guard at < bytes.count else { return }
    for width in [1, 20] {
      let excerpt = Excerpt(of: at..<min(at + width, bytes.count), in: bytes)
      let finding = Sample.finding(
        "urls/x", .error, "Odd.", at: Sample.span("a.json"), excerpt: excerpt)
      var run = SampleRun(header: Sample.header())
      run.records = [Sample.record("a", file: "a.json", findings: [finding])]
      run.count()
      for format in ReportFormats.all {
        let report = (try? run.report(format)) ?? ""
        #expect(!report.contains("S3S3"))
      }
    }
  }

  static let tails: [(text: String, evidence: String, isShown: Bool)] = [
    (#"years-and-the-city-celebrates-in-2026-with-music","#, "", true),
    (#"the-quay-in-2026?b=1/?c=2""#, "https://h.example/lights-on-the-quay-in-2026?b=1/?c=2", true),
    (
      #"horse-battery-staple-2026""#, "https://h.example/?token=my-horse-battery-staple-2026", false
    ),
    (#"horse-battery-staple-2026&x=1""#, "", false),
    (#"4e0-4f89-11d3-9a0c-0305e82c3301""#, "", false), (#"9KqX2mPz7LwV4tYb1cRd""#, "", false),
    (#"deadbeef-cafe-f00d-1234-5678""#, "", false), (#"-ab-12-cd-34-ef-56-gh-78""#, "", false),
  ]

  @Test(arguments: tails) func `of a cut text only what reads as words is shown`(
    text: String, evidence: String, isShown: Bool
  ) {
    let excerpt = Excerpt(text: text, marked: 0..<1, isCutBefore: true, isCutAfter: false)
    let scalars = Redaction.excerpt(excerpt, evidence: evidence).scalars
    let shown = String(String.UnicodeScalarView(scalars))
    #expect((shown == text) == isShown, "\(shown)")
    #expect(shown.hasPrefix("***") != isShown, "\(shown)")
  }
}
