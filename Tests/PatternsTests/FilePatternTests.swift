import Patterns
import Testing

@Suite struct FilePatternTests {
  @Test(arguments: [
    ("archive/**", "archive/2019/a.json", true),
    ("archive/**", "archive", true),
    ("archive/*.json", "archive/2019/a.json", false),
    ("./archive/*.json", "./archive/x/../a.json", true),
    ("{news,sport}/*.json", "sport/a.json", true),
    ("*.json", "deep/down/a.json", true),
    ("*.json", "deep/down/a.jsonl", false),
    ("archive/a.json", "archive/a.json", true),
    ("archive/a.json", "archive/b.json", false),
    ("/site/archive/*", "archive/a.json", true),
    ("archive/*", "/site/archive/a.json", true),
    ("archive/*", "../archive/a.json", false),
    ("**/a.json", "../site/x/a.json", true),
  ])
  func `a pattern fits files from its folder`(pattern: String, file: String, fits: Bool) throws {
    #expect(try FilePattern(pattern, in: "/site").matches(file, from: "/site") == fits)
  }

  @Test func `a file is told by the folder that the program runs in`() throws {
    let pattern = try FilePattern("archive/**", in: "/site")
    #expect(pattern.matches("2019/a.json", from: "/site/archive"))
    #expect(!pattern.matches("archive/a.json", from: "/elsewhere"))
  }

  @Test(arguments: ["a[", "{a", "[z-a]"]) func `a broken pattern is refused`(pattern: String) {
    #expect(throws: GlobFault.self) { try FilePattern(pattern, in: "/") }
  }
}
