import Model
import Testing

@Suite struct FieldPathTests {
  @Test func `names are escaped and read back`() {
    let path = FieldPath.root.appending("a/b~c".utf8).appending(3)
    #expect(path.description == "/a~1b~0c/3")
    #expect(path.tokens == [Array("a/b~c".utf8), Array("3".utf8)])
  }

  @Test func `the root has no token`() {
    #expect(FieldPath.root.tokens.isEmpty)
    #expect(FieldPath("/").tokens == [[]])
  }

  @Test func `composed and decomposed names differ`() {
    #expect(FieldPath("/caf\u{E9}") != FieldPath("/cafe\u{301}"))
  }
}
