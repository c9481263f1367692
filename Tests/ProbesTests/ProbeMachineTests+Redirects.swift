import Curl
import Model
import Testing

@testable import Probes

extension ProbeMachineTests {
  private func redirect(_ status: Int, _ location: String) -> Reply {
    answer(status, [("location", location)])
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a redirect is followed and becomes a hop`(status: Int) throws {
    var machine = try machine()
    _ = machine.begin()
    #expect(name(machine.receive(redirect(status, "../b#c"), nil)) == "HEAD")
    guard case .finish(let outcome) = machine.receive(answer(200), nil) else { return }
    #expect(
      outcome.hops == [
        Hop(url: "https://a.example/", status: status, location: "https://a.example/b#c")
      ])
    #expect(outcome.exchange?.url == "https://a.example/b")
    #expect(outcome.attempts == 2)
  }

  @Test(arguments: [300, 304, 305, 306, 399])
  func `other statuses of the 300s are not followed`(status: Int) throws {
    #expect(try names([redirect(status, "/b")]) == ["HEAD", "\(status)"])
  }

  @Test(arguments: [
    ("file:///etc/passwd", "scheme"), ("javascript:alert(1)", "scheme"), ("ftp://a/", "scheme"),
    ("https://u:p@a.example/", "credentials"), ("https://good@127.0.0.1/", "credentials"),
    ("http://127.0.0.1/", "private-address"), ("http://2130706433/", "private-address"),
    ("http:\\\\127.0.0.1\\", "private-address"), ("http://[::1]/", "private-address"),
    ("//169.254.169.254/latest", "private-address"), ("https://a.example:22/", "port"),
    ("http://exa mple.com/", "bad-redirect"), ("http://a.example:99999/", "bad-redirect"),
    ("http://127.0.0.1%00.a.example/", "bad-redirect"),
  ])
  func `a redirect passes the guards of a link`(location: String, end: String) throws {
    #expect(try names([redirect(302, location)]) == ["HEAD", end])
  }

  @Test func `a redirect to a very long address is refused`() throws {
    let location = "/" + String(repeating: "a", count: 8_192)
    #expect(try names([redirect(302, location)]) == ["HEAD", "bad-redirect"])
  }

  @Test func `a redirect without an address is an answer`() throws {
    #expect(try names([answer(302)]) == ["HEAD", "302"])
    #expect(try names([redirect(302, "")]) == ["HEAD", "302"])
  }

  @Test func `a circle is asked once more with GET`() throws {
    let replies = [
      redirect(302, "/b"), redirect(302, "/"), redirect(302, "/b"), redirect(302, "/"),
    ]
    #expect(try names(replies) == ["HEAD", "HEAD", "GET", "GET", "redirect-loop"])
  }

  @Test func `the tenth redirect is the last`() throws {
    let replies = (0..<11).map { redirect(302, "/\($0)") }
    let steps = try names(replies)
    #expect(steps.last == "too-many-redirects")
    #expect(steps.dropLast() == Array(repeating: "HEAD", count: 11)[...])
  }

  @Test func `a circle that sets cookies is tried with them`() throws {
    var machine = try machine()
    _ = machine.begin()
    let loop = answer(302, [("location", "/"), ("set-cookie", "k=v; Path=/; HttpOnly")])
    guard case .ask(let first) = machine.receive(loop, nil),
      case .ask(let second) = machine.receive(loop, nil)
    else {
      Issue.record("no request")
      return
    }
    #expect(first.cookie == nil)
    #expect(second.cookie == "k=v")
    #expect(name(machine.receive(answer(200), nil)) == "200")
  }

  @Test func `a circle with ever new cookies is a circle`() throws {
    let replies = (0..<13).map {
      answer(302, [("location", "/"), ("set-cookie", "k=\($0)")])
    }
    #expect(try names(Array(replies.prefix(12))).last == "redirect-loop")
  }

  @Test(arguments: ["file:///etc/passwd", "mailto:a@b.example", "gopher://a/"])
  func `a scheme that is not probed is not asked`(url: String) throws {
    var machine = try machine(url: url)
    #expect(name(machine.begin()) == "scheme")
  }

  @Test(arguments: [
    ("http://10.1.2.3/", "private-address"), ("http://0x7f.1/", "private-address"),
    ("http://127\u{3002}0\u{3002}0\u{3002}1/", "private-address"),
    ("http://[::ffff:10.0.0.1]/", "private-address"), ("http://a.example:25/", "port"),
    ("http://u@a.example/", "credentials"),
  ])
  func `what the guard refuses is not asked`(url: String, end: String) throws {
    var machine = try machine(url: url)
    #expect(name(machine.begin()) == end)
  }
}
