import Markdown
import Testing

@Suite struct MarkdownLinkTests {
  @Test(arguments: inline + autolinks + images + references)
  func `a link is found at its exact place with its address`(_ text: MarkedText) {
    expect(text)
  }

  @Test(arguments: multiLine + nested + tables)
  func `lines, containers and cells do not shift a link`(_ text: MarkedText) {
    expect(text)
  }

  @Test(arguments: withoutLinks)
  func `what only looks like a link is none`(_ text: MarkedText) {
    expect(text)
  }

  private func expect(_ text: MarkedText) {
    let source = text.source
    let document = MarkdownDocument(source)
    #expect(places(document.links.map(\.range), in: source) == places(text.ranges, in: source))
    #expect(
      document.links.map { String(decoding: document.destination(of: $0), as: UTF8.self) }
        == text.hrefs)
  }

  private static let inline: [MarkedText] = [
    .init("⟦[a](/u)⟧", "/u"),
    .init("one ⟦[a](/u)⟧ two ⟦[b](/v)⟧", "/u", "/v"),
    .init("é ü 漢字 ⟦[lïnk](/ü)⟧ x", "/ü"),
    .init("👩‍👩‍👧 ⟦[a](/u)⟧", "/u"),
    .init("⟦[a](</u v>)⟧", "/u v"),
    .init("⟦[a](/u \"t\")⟧ ⟦[a](/u 't')⟧ ⟦[a](/u (t))⟧", "/u", "/u", "/u"),
    .init("⟦[a](  /u  \"t\"  )⟧.", "/u"),
    .init("⟦[a](/u(v)w)⟧)", "/u(v)w"),
    .init("⟦[a](/u\\)v)⟧", "/u)v"),
    .init("⟦[a](/u?x=1&amp;y=2)⟧", "/u?x=1&y=2"),
    .init("⟦[a](/u?a=b&copy=2)⟧", "/u?a=b&copy=2"),
    .init("⟦[a](/&#x41;&#66;&auml;)⟧", "/ABä"),
    .init("⟦[]()⟧", ""),
    .init("x ⟦[]()⟧ y ⟦[]()⟧", "", ""),
    .init("⟦[a]()⟧ ⟦[a](<>)⟧", "", ""),
    .init("⟦[](/u)⟧", "/u"),
    .init("**⟦[a](/u)⟧** *⟦[b](/v)⟧* ~~⟦[c](/w)⟧~~", "/u", "/v", "/w"),
    .init("⟦[**a** *b*](/u)⟧", "/u"),
    .init("⟦[***a***](/u)⟧", "/u"),
    .init("⟦[`]`](/u)⟧ ⟦[`` ` ``](/v)⟧", "/u", "/v"),
    .init("⟦[a\\]b](/u)⟧", "/u"),
    .init("⟦[\\*a](/u)⟧ ⟦[a\\*](/u)⟧", "/u", "/u"),
    .init("⟦[&amp;](/u)⟧", "/u"),
    .init("⟦[a [b] c](/u)⟧", "/u"),
    .init("[a ⟦[b](/u)⟧ c](/v)", "/u"),
    .init("⟦[<b>a</b>](/u)⟧", "/u"),
    .init("`x` ⟦[a](/u)⟧ <i>y</i> ⟦[b](/v)⟧", "/u", "/v"),
    .init("!\\⟦[a](/u)⟧".replacing("\\", with: "&#33;"), "/u"),
    .init("# ⟦[a](/u)⟧\n\n⟦[b](/v)⟧\n===", "/u", "/v"),
    .init("⟦[a](#part)⟧ ⟦[b](?q)⟧", "#part", "?q"),
    .init("⟦[a](https://h.example/#e/?loclr=x)⟧", "https://h.example/#e/?loclr=x"),
    .init("⟦[https://a.example](https://b.example)⟧", "https://b.example"),
  ]

  private static let autolinks: [MarkedText] = [
    .init("⟦<https://a.example/x>⟧", "https://a.example/x"),
    .init("⟦<a@b.example>⟧ ⟦<mailto:a@b.example>⟧", "mailto:a@b.example", "mailto:a@b.example"),
    .init("⟦<https://a.example/?x&amp;y>⟧", "https://a.example/?x&y"),
    .init("⟦<https://a.example/\\*>⟧", "https://a.example/\\*"),
    .init("see ⟦https://a.example/x⟧.", "https://a.example/x"),
    .init("⟦HTTP://A.example⟧", "HTTP://A.example"),
    .init(
      "(⟦http://a.example/(x)⟧) \"⟦http://b.example/⟧\"", "http://a.example/(x)",
      "http://b.example/"),
    .init("⟦http://localhost:80/a_b_c⟧", "http://localhost:80/a_b_c"),
    .init("⟦http://a.example/?x&amp;y⟧&amp;", "http://a.example/?x&y"),
    .init(
      "**⟦http://a.example/⟧** *⟦http://b.example/_x⟧_*", "http://a.example/",
      "http://b.example/_x"),
    .init("⟦www.a.example/x⟧, ⟦www.b.example⟧", "http://www.a.example/x", "http://www.b.example"),
    .init("mail ⟦a.b+c@d-e.example⟧.", "mailto:a.b+c@d-e.example"),
    .init("⟦http://bücher.example/ü⟧ 。", "http://bücher.example/ü"),
    .init("[see ⟦http://a.example/x⟧] and", "http://a.example/x"),
    .init("⟦http://a.example/[x](y)⟧ z", "http://a.example/[x](y)"),
    .init("⟦http://a.example⟧<br>⟦http://b.example⟧", "http://a.example", "http://b.example"),
    .init(
      "> quote\n> ⟦http://a.example/x⟧\n\n- ⟦http://b.example⟧", "http://a.example/x",
      "http://b.example"),
  ]

  private static let images: [MarkedText] = [
    .init("⟦![a](/i.png)⟧", "/i.png"),
    .init("⟦![](/i.png)⟧ ⟦![]()⟧", "/i.png", ""),
    .init("⟦![a *b*](/i.png \"t\")⟧", "/i.png"),
    .init("⟦[⟦![a](/i.png)⟧](/u)⟧", "/u", "/i.png"),
    .init("⟦[⟦![](/i.png)⟧](/u)⟧", "/u", "/i.png"),
    .init("⟦[x ⟦![a](/i.png)⟧ y ⟦![b](/j.png)⟧](/u)⟧", "/u", "/i.png", "/j.png"),
    .init("⟦![a ⟦[b](/u)⟧ c](/i.png)⟧", "/i.png", "/u"),
    .init("⟦![⟦![⟦![a](/1)⟧](/2)⟧](/3)⟧", "/3", "/2", "/1"),
  ]

  private static let references: [MarkedText] = [
    .init("⟦[a][r]⟧ ⟦[r][]⟧ ⟦[r]⟧\n\n[r]: /u", "/u", "/u", "/u"),
    .init("[r]: /u 'title'\n⟦[a][R]⟧", "/u"),
    .init("[r]: </u v>\n\n⟦[r]⟧ (x)", "/u v"),
    .init("[r]: /u&amp;\\*v\n\n⟦[a b][r]⟧", "/u&*v"),
    .init("[ẞ]: /u\\_v\n\n⟦[a][SS]⟧", "/u_v"),
    .init("⟦![a][r]⟧ ⟦![r][]⟧ ⟦![r]⟧\n\n[r]: /i", "/i", "/i", "/i"),
    .init("⟦[r]⟧: x y\n\n[r]: /u", "/u"),
    .init("⟦[r]⟧(no link)\n\n[r]: /u", "/u"),
    .init("⟦[a\nb]⟧\n\n[a b]: /u", "/u"),
    .init("[r]: /1\n[r]: /2\n\n⟦[r]⟧", "/1"),
    .init("[a]: /1\n[b]: /2\n\n⟦[*x*][b]⟧ ⟦[`y`][a]⟧", "/2", "/1"),
    .init("⟦[![][i]](/u)⟧".replacing("![][i]", with: "⟦![][i]⟧") + "\n\n[i]: /i", "/u", "/i"),
  ]

  private static let multiLine: [MarkedText] = [
    .init("a\nb ⟦[c](/u)⟧\nd ⟦[e](/v)⟧", "/u", "/v"),
    .init("`code\nspan` ⟦[a](/u)⟧", "/u"),
    .init("⟦[link\ntext](/u)⟧ x ⟦[b](/v)⟧", "/u", "/v"),
    .init("⟦[a](/u\n\"title\")⟧ ⟦[b](/v)⟧", "/u", "/v"),
    .init("⟦[a](/u \"two\nlines\")⟧ ⟦[b](/v)⟧", "/u", "/v"),
    .init("⟦[a](\n/u\n)⟧ x", "/u"),
    .init("a\\\n⟦[b](/u)⟧", "/u"),
    .init("a  \n⟦[b](/u)⟧", "/u"),
    .init("a\n    ⟦[b](/u)⟧", "/u"),
    .init("text\n⟦<https://a.example>⟧ ⟦[b](/u)⟧", "https://a.example", "/u"),
    .init("[r]: /r\n[s]: /s\ntext ⟦[r]⟧", "/r"),
    .init("a <b\nc='d'> ⟦[b](/u)⟧", "/u"),
    .init("a\r\nb ⟦[c](/u)⟧\r\n\r\n⟦[d](/v\r\n't')⟧\r\n", "/u", "/v"),
    .init("⟦[\na](/u)⟧", "/u"),
    .init("⟦[`a\nb` c](/u)⟧", "/u"),
  ]

  private static let nested: [MarkedText] = [
    .init("> a\n> ⟦[b](/u)⟧", "/u"),
    .init("> a\n⟦[b](/u)⟧", "/u"),
    .init(">a\n  >  ⟦[b](/u)⟧\n>⟦[c](/v)⟧", "/u", "/v"),
    .init("> ⟦[a\n> b](/u)⟧ ⟦[c](/v)⟧", "/u", "/v"),
    .init("> ⟦[a](/u\n> \"t\")⟧", "/u"),
    .init("> > ⟦[a](\n> > /u)⟧\n> > x", "/u"),
    .init("- a\n  - ⟦[b](/u)⟧\n\n    ⟦[c](/v)⟧\n", "/u", "/v"),
    .init("- a\n⟦[b](/u)⟧", "/u"),
    .init("-\ta\n\n\t⟦[b](/u)⟧", "/u"),
    .init("1. > - ⟦[a](/u)⟧\n   >   ⟦[b](/v)⟧", "/u", "/v"),
    .init("- [ ] ⟦[a](/u)⟧\n- [x] ⟦[b](/v)⟧", "/u", "/v"),
    .init("> [r]: /u\n\n⟦[r]⟧", "/u"),
    .init("- [r]:\n  /u\n\n⟦[r]⟧", "/u"),
  ]

  private static let tables: [MarkedText] = [
    .init("| a | b |\n|---|---|\n| ⟦[x](/u)⟧ | ⟦[y](/v)⟧ |", "/u", "/v"),
    .init("a | b\n-|-\nx \\| y | ⟦[z](/u)⟧", "/u"),
    .init("a | b\n-|-\n⟦[p \\| q](/u)⟧ | ⟦[z](/v)⟧", "/u", "/v"),
    .init(
      "a | b\n-|-\n⟦http://a.example/x⟧|⟦www.b.example⟧|", "http://a.example/x",
      "http://www.b.example"),
    .init("> a | b\n> -|-\n> ⟦![x](/u)⟧ | c", "/u"),
  ]

  private static let withoutLinks: [MarkedText] = [
    .init("`[a](/u)` ``<https://a.example>``"),
    .init("    [a](/u)"),
    .init("```\n[a](/u) http://a.example\n```"),
    .init("~~~ [a](/u)\n~~~"),
    .init("\\[a](/u) [a]\\(/u)"),
    .init("[a] (/u)"),
    .init("[a](/u v)"),
    .init("[a][nope] [nope][]"),
    .init("<!-- [a](/u) http://a.example -->"),
    .init("<div>\n[a](/u)\n</div>"),
    .init("http:// xhttp://a.example http://_"),
    .init("ftp://a.example xwww.a.example a@b a@b.c_ @x.y"),
    .init("[a]: /u"),
    .init("x <\nhttp:y> z"),
    .init("[](a"),
    .init("[a](/u"),
  ]
}
