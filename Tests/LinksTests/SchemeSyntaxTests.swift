import Standards
import Testing

@testable import Links

@Suite struct SchemeSyntaxTests {
  @Test(arguments: [
    "mailto:desk@news.example", "mailto:a@b.example,c@d.example?subject=x",
    "mailto:?to=a@b.example",
    "mailto:%22not%40me%22@example.org", "mailto:gorby%25kremvax@example.com",
    "mailto:user@%E7%B4%8D%E8%B1%86.example.org", "mailto:a+b@[192.0.2.1]",
    "tel:+1-201-555-0123", "tel:7042;phone-context=example.com", "tel:112", "tel:*21%23",
    "tel:+49%2030%20(12)", "data:,", "data:text/plain;charset=utf-8,%20a", "data:;base64,QUJD",
    "data:;base64,QQ==", "data:image/gif;base64,R0lG%0AODdh", "data:;base64,QQ", "news:x",
    "javascript:x",
  ])
  func `an address of its scheme's form has no fault`(text: String) throws {
    #expect(SchemeSyntax.fault(in: try WebURL(text)) == nil)
  }

  @Test(arguments: [
    ("mailto:", "missing"), ("mailto:desk", "no '@'"), ("mailto:@a.example", "before"),
    ("mailto:a@", "after"), ("mailto:a@b..example", "no domain"),
    ("mailto:.a@b.example", "mailbox"),
    ("mailto:a@b.example,", "no '@'"), ("mailto:a b@c.example", "mailbox"), ("tel:", "no digit"),
    ("tel:call-me", "no digit"), ("tel:+1-800-FLOWERS", "else than digits"), ("tel:+", "no digit"),
    ("data:x", "comma"), ("data:;base64,Q", "base64"), ("data:;base64,Q=Q=", "base64"),
    ("data:;base64,Q!==", "base64"),
  ])
  func `another has one, told in a phrase`(text: String, part: String) throws {
    #expect(SchemeSyntax.fault(in: try WebURL(text))?.contains(part) == true)
  }

  @Test func `the schemes are sorted`() {
    #expect(SchemeSyntax.all.map(\.scheme) == SchemeSyntax.all.map(\.scheme).sorted())
  }
}
