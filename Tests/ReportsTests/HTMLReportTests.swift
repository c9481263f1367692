import Foundation
import Model
import Reports
import Testing

@Suite struct HTMLReportTests {
  private func withPage<Value>(
    _ run: SampleRun, _ body: (String, String) throws -> Value
  ) throws -> Value {
    try Tool.withFolder { folder in
      let text = try run.report(HTMLReport.self)
      let file = folder.appending(path: "report.html")
      try Data(text.utf8).write(to: file)
      return try body(file.path, text)
    }
  }

  /// Runs a line of Python with the page's path.
  private func python(_ script: String, _ file: String) throws -> Tool.Answer {
    try Tool.python("python", ["-c", script, file])
  }

  @Test func `nothing may run or style but what is hashed`() throws {
    let script = """
      import base64, hashlib, re, sys
      page = open(sys.argv[1], newline="").read()
      style = re.findall(r"<style>(.*?)</style>", page, re.S)
      script = re.findall(r"<script>(.*?)</script>", page, re.S)
      assert len(style) == 1 and len(script) == 1
      for name, text in (("style-src", style[0]), ("script-src", script[0])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in page, f"{name} must be {digest}"
      assert "default-src 'none'" in page and "unsafe" not in page
      assert not re.search(r'<[^>]* (style|on[a-z]+)=', page.split("<script")[0])
      """
    try withPage(Sample.everything()) { file, _ in
      let answer = try python(script, file)
      #expect(answer.status == 0, "\(answer.output)")
    }
  }

  @Test(
    arguments: OutputInjectionTests.hostile + [
      "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "<!-- <script>",
      "javascript:alert(1)", "\"><b a='", "&lt;b&gt;",
    ]) func `html5lib reads it strictly, and texts make no elements`(text: String) throws
  {
    let script = """
      import html5lib, sys, json
      parser = html5lib.HTMLParser(strict=True)
      tree = parser.parse(open(sys.argv[1], "rb").read())
      print(sorted({(e.tag, *sorted(e.attrib)) for e in tree.iter()}))
      print(sum(e.tag.endswith(("}a", "}script", "}img", "}li")) for e in tree.iter()))
      data = [e for e in tree.iter() if e.get("id") == "data"][0]
      assert len(json.loads(data.text)["findings"]) == 4
      assert "<" not in data.text
      """
    let page = try withPage(OutputInjectionTests.run(text)) { file, _ in try python(script, file) }
    let plain = try withPage(OutputInjectionTests.run("plain")) { file, _ in
      try python(script, file)
    }
    #expect(page.status == 0, "\(page.output)")
    #expect(page.output == plain.output)
  }

  @Test func `it can be read without its script`() throws {
    try withPage(Sample.everything(isComplete: false)) { _, text in
      let page = text.prefix(upTo: try #require(text.range(of: "<script")).lowerBound)
      for part in [
        "dates/updated-before-published", "articles/hello.json:9:17", "http://dead.example/x",
        "The run was stopped", "<b class=\"error\">3</b>errors",
      ] {
        #expect(page.contains(part), "\(part)")
      }
    }
  }

  /// WCAG 2.1, section 1.4.3.
  @Test(arguments: [0, 1, 2]) func `every ink can be read on every ground`(theme: Int) throws {
    let text = try Sample.everything().report(HTMLReport.self)
    var colors: [String: Double] = [:]
    let block = text.split(separator: ":root{")[theme + 1].prefix { $0 != "}" }
    for part in block.split(separator: ";") where part.contains("--") {
      let pair = part.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ":")
      colors[String(pair[0])] = Self.luminance(String(pair[1].dropFirst()))
    }
    for ink in ["ink", "soft", "error", "warning", "note", "alive", "accent"] {
      for ground in ["back", "card"] {
        let pair = [try #require(colors["--\(ink)"]), try #require(colors["--\(ground)"])].sorted()
        #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(ink) on \(ground)")
      }
    }
    for ink in ["ink", "error", "warning", "note", "alive"] {
      let pair = [try #require(colors["--\(ink)"]), try #require(colors["--mark"])].sorted()
      #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(ink) on mark")
    }
  }

  private static func luminance(_ color: String) -> Double {
    let long = color.count == 3 ? color.map { "\($0)\($0)" }.joined() : color
    let parts = stride(from: 0, to: 6, by: 2).map { start -> Double in
      let digits = long.dropFirst(start).prefix(2)
      let value = Double(Int(digits, radix: 16) ?? 0) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [
    ("", "12 findings"), ("#updated_at", "2 of 12 findings"), ("#no%20such", "0 of 12 findings"),
  ])
  func `Chromium opens it, runs its script and filters`(words: String, count: String) throws {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    guard let browser = names.first(where: { (try? Tool.run("which", [$0]))?.status == 0 }) else {
      print("NOTICE: no Chromium is installed.")
      return
    }
    try withPage(Sample.everything()) { file, _ in
      let profile = URL(filePath: file).deletingLastPathComponent().appending(path: "profile").path
      let answer = try Tool.run(
        "timeout",
        [
          "60", browser, "--headless", "--no-sandbox", "--disable-gpu",
          "--user-data-dir=\(profile)",
          "--enable-logging=stderr", "--dump-dom", "file://\(file)\(words)",
        ])
      #expect(
        answer.output.contains("role=\"status\">\(count)</p>"), "\(answer.output.suffix(3_000))")
      #expect(!answer.output.contains(":CONSOLE"), "\(answer.output)")
      #expect(answer.output.contains("class=\"scripted\""))
    }
  }
}
