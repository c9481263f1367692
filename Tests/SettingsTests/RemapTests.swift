import Settings
import Testing

@Suite struct RemapTests {
  private func remap(_ text: String) throws -> Remap { try Remap(text) }

  @Test(arguments: [
    ("^https://a[.]example/ http://127.0.0.1:80/", "https://a.example/b", "http://127.0.0.1/b"),
    ("/old/([a-z]+)/([0-9]+)$ /$2-$1", "https://a.example/old/x/1", "https://a.example/1-x"),
    ("q b", "https://x.example/", nil), ("x$ $$1", "https://a.example/x", "https://a.example/$1"),
    ("(q)?x$ [$1]", "https://a.example/x", "https://a.example/[]"),
    ("^https mailto", "https://a.example/", nil),
    ("x$ y$", "https://a.example/x", "https://a.example/y$"),
  ])
  func `an address is led elsewhere`(text: String, url: String, other: String?) throws {
    #expect(try remap(text).address(for: url) == other)
  }

  @Test(arguments: ["", "a", "a b c", "( b", "a{1001} b"])
  func `what is no expression and replacement is refused`(text: String) {
    #expect(throws: PatternFault.self) { try Remap(text) }
  }

  @Test func `the first that matches counts`() throws {
    let remaps = try [remap("none b"), remap("a$ b"), remap("a$ c")]
    #expect(remaps.address(for: "https://x.example/a") == "https://x.example/b")
  }

  @Test func `a file's expressions have a budget`() throws {
    let long = String(repeating: "a", count: 513)
    #expect(throws: PatternFault.self) { try Remap("\(long) b", budget: .ofFile) }
    #expect(throws: PatternFault.self) {
      try Remap("((a{100}){100}){10} b", budget: .ofFile)
    }
    let url = "https://a.example/" + String(repeating: "x", count: 2_048)
    #expect(try Remap("x y", budget: .ofFile).address(for: url) == nil)
    #expect(try Remap("x y").address(for: url) != nil)
  }
}
