import Testing

@testable import YAML

@Suite struct YAMLNodeTests {
  @Test(arguments: [
    "a: &x 1\nb: *x\n", "a: [&x [1], *x]\n", "&x a: 1\n", "a: &x {b: 1}\n",
  ])
  func `anchors and aliases are refused`(text: String) {
    let error = #expect(throws: YAMLError.self) {
      try YAMLNode(reading: text)
    }
    #expect(error?.fault == .anchor || error?.fault == .keyIsNoText)
  }

  @Test func `a file that would grow while it is read is refused at once`() {
    let levels = "abcdefghij".map(String.init)
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (level, below) in zip(levels.dropFirst(), levels) {
      let items = Array(repeating: "*\(below)", count: 9).joined(separator: ", ")
      text += "\(level): &\(level) [\(items)]\n"
    }
    text += "? *j\n: 1\n"
    let error = #expect(throws: YAMLError.self) { try YAMLNode(reading: text) }
    #expect(error == YAMLError(mark: YAMLMark(line: 2, column: 8), fault: .anchor))
  }

  @Test func `a text with both signs is no alias`() throws {
    let node = try YAMLNode(reading: "why: R &D and *all* of it\n")
    #expect(node["why"]?.text == "R &D and *all* of it")
  }

  @Test(arguments: ["a: [1", "a: {", "\ta: 1", "a: 'x", "a: b: c"])
  func `broken YAML has its place`(text: String) {
    let error = #expect(throws: YAMLError.self) {
      try YAMLNode(reading: text)
    }
    guard case .notYAML = error?.fault else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `nesting without end is refused, not followed`(opening: String) {
    let text = String(repeating: opening, count: 60_000)
    #expect(throws: YAMLError.self) { try YAMLNode(reading: text) }
  }

  @Test func `a text over the limit is refused`() {
    let text = String(repeating: "a", count: YAMLNode.longestFile + 1)
    let error = #expect(throws: YAMLError.self) { try YAMLNode(reading: text) }
    #expect(error?.fault == .tooLarge(limit: YAMLNode.longestFile))
  }
}
