import Testing

@testable import Suppressions

@Suite struct FilePatternTests {
  @Test(arguments: [
    ("articles/**", "articles/2019/a.json", true),
    ("articles/*.json", "articles/2019/a.json", false),
    ("articles/*.json", "articles/a.json", true),
    ("articles/**/*.json", "articles/a.json", true),
    ("articles/**/b*.json", "articles/x/y/abc/bb.json", true),
    ("a?.json", "ab.json", true),
    ("a?.json", "a/.json", false),
    ("a.json", "./a.json", true),
    ("**/a.json", "a.json", true),
    ("*.json", "a/b.json", false),
  ])
  func `patterns are those of shells`(pattern: String, file: String, fits: Bool) {
    #expect(FilePattern(pattern, besides: "stet.yml").fits(file) == fits)
  }

  @Test func `a pattern starts at the folder of its configuration`() {
    #expect(FilePattern("a/*", besides: "site/stet.yml").fits("site/a/b.json"))
    #expect(!FilePattern("a/*", besides: "site/stet.yml").fits("a/b.json"))
  }
}
