import Testing

@testable import Probes

@Suite struct RobotsRulesTests {
  private func rules(_ lines: String, agent: String = "stet") -> RobotsRules {
    RobotsRules(Array(lines.utf8), agent: agent)
  }

  /// RFC 9309, section 5.1.
  private static let example = """
    User-Agent: *
    Disallow: *.gif$
    Disallow: /example/
    Allow: /publications/

    User-Agent: foobot
    Disallow:/
    Allow:/example/page.html
    Allow:/example/allowed.gif

    User-Agent: barbot
    User-Agent: bazbot
    Disallow: /example/page.html

    User-Agent: quxbot

    """

  @Test(arguments: [
    ("stet", "/example/page.html", false), ("stet", "/a.gif", false), ("stet", "/a.gif?b", true),
    ("stet", "/publications/a", true), ("stet", "/", true), ("foobot", "/", false),
    ("foobot", "/example/page.html", true), ("FooBot", "/example/allowed.gif", true),
    ("foobot", "/publications/", false), ("barbot", "/example/page.html", false),
    ("bazbot", "/example/page.html", false), ("barbot", "/example/other.gif", true),
    ("quxbot", "/example/page.html", true), ("stet", "/robots.txt", true),
    ("foobot", "/robots.txt", true),
  ])
  func `the RFC's example is read as it says`(agent: String, path: String, isAllowed: Bool) {
    #expect(rules(Self.example, agent: agent).allows(path) == isAllowed)
  }

  @Test func `the longest rule decides, and of two of one length the one that allows`() {
    // RFC 9309, section 5.2.
    let longest = rules(
      "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n",
      agent: "foobot")
    #expect(!longest.allows("/example/page/disallowed.gif"))
    #expect(longest.allows("/example/page/allowed.gif"))
    #expect(rules("User-agent: *\nDisallow: /page\nAllow: /page\n").allows("/page"))
    #expect(!rules("User-agent: *\nAllow: /p\nDisallow: /\nDisallow: /page\n").allows("/page"))
  }

  // RFC 9309, section 2.2.3, and the octets of section 2.2.2.
  @Test(arguments: [
    ("/path/file-with-a-%2A.html", "/path/file-with-a-%2a.html", true),
    ("/path/foo-%24", "/path/foo-%24", true), ("/foo/bar?baz=quz", "/foo/bar?baz=quz", true),
    ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", true),
    ("/foo/bar/\u{30C4}", "/foo/bar/%E3%83%84", true),
    ("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", true),
    ("/foo/bar/%62%61%7A", "/foo/bar/baz", true), ("/foo/bar/baz", "/foo/bar/%62az", true),
    ("/a*b", "/axxb/c", true), ("/a*b$", "/axxb/c", false), ("/a*b$", "/axxbb", true),
    ("*/b", "/a/b", true), ("/a$", "/a", true), ("/a$", "/ab", false), ("/A", "/a", false),
    ("/a**b", "/ab", true), ("*", "/", true), ("$", "/", false), ("/$x", "/$x", true),
  ])
  func `a rule fits what it says`(rule: String, path: String, fits: Bool) {
    #expect(rules("User-agent: *\nDisallow: \(rule)\n").allows(path) == !fits)
  }

  @Test func `groups of one name are one, comments and other lines are passed over`() {
    let rules = rules(
      "\u{FEFF}user-agent : STET/1.0 # us\r\nCrawl-delay: 10\r\nDisallow: /a # no\r\n"
        + "Sitemap: https://a.example/s\rUser-agent: other\nDisallow: /\n\nUser-agent: stet\n"
        + "Disallow: /b\nnonsense\n")
    #expect(!rules.allows("/a"))
    #expect(!rules.allows("/b"))
    #expect(rules.allows("/c"))
  }

  @Test func `an empty rule forbids nothing`() {
    #expect(rules("User-agent: *\nDisallow:\n").allows("/a"))
    #expect(rules("").allows("/a"))
    #expect(rules("Disallow: /\n").allows("/a"), "rules before any group are nobody's")
  }

  @Test func `more rules than are read close a site`() {
    let list = "User-agent: *\n" + String(repeating: "Disallow: /x\n", count: 10_001)
    #expect(!rules(list).allows("/a"))
  }

  @Test(arguments: [
    ("stet/1.0 (+https://a.example)", "stet"), ("My-Bot_x y", "my-bot_x"), ("", ""),
  ])
  func `the product token stands first in the User-Agent field`(agent: String, token: String) {
    #expect(RobotsRules.agent(agent) == token)
  }
}
