import Curl
import Model
import Standards
import Testing

@testable import Probes

@Suite struct ProbeMachineTests {
  private static let start = "https://a.example/"

  private func machine(_ wanted: [String] = [], url: String = start) throws -> ProbeMachine {
    let rules = ProbeRules(addressGuard: AddressGuard(), maxHops: 10) { 1_795_521_600 }
    return ProbeMachine(try WebURL(url), wanted: wanted, rules: rules)
  }

  private func answer(_ status: Int, _ fields: [(String, String)] = []) -> Reply {
    var reply = Reply()
    reply.status = status
    reply.fields = fields.map { HeaderField(name: $0.0, value: Array($0.1.utf8)) }
    return reply
  }

  private func failure(_ failure: TransferFailure) -> Reply {
    var reply = Reply()
    reply.failure = failure
    return reply
  }

  /// A short name for a step: `HEAD`, `GET`, `retry GET 1.1`, `confirm GET 1.1`, `200`, a cause.
  private func name(_ step: ProbeStep) -> String {
    switch step {
    case .ask(let ask): name(ask)
    case .retry(let ask, _, _): "retry " + name(ask)
    case .confirm(let ask): "confirm " + name(ask)
    case .finish(let outcome): name(outcome.event)
    }
  }

  private func name(_ ask: Ask) -> String {
    var words = [ask.means.method.rawValue]
    if ask.means.version == .http11 { words.append("1.1") }
    if ask.means.family == .v4 { words.append("v4") }
    if ask.means.isPatient { words.append("patient") }
    if ask.means.isUncompressed { words.append("uncompressed") }
    return words.joined(separator: " ")
  }

  private func name(_ event: Outcome.Event) -> String {
    switch event {
    case .answered(let answer): "\(answer.status)"
    case .failed(let cause): cause.code
    case .skipped(let reason): reason.code
    }
  }

  private func names(_ replies: [Reply], wanted: [String] = []) throws -> [String] {
    var machine = try machine(wanted)
    var steps = [name(machine.begin())]
    for reply in replies { steps.append(name(machine.receive(reply, nil))) }
    return steps
  }

  @Test(arguments: [200, 204, 206, 299])
  func `a good answer to HEAD is enough`(status: Int) throws {
    #expect(try names([answer(status)]) == ["HEAD", "\(status)"])
  }

  @Test(arguments: Array(400...599).filter { $0 != 429 && $0 != 503 })
  func `a HEAD that says no is asked again with GET`(status: Int) throws {
    #expect(try names([answer(status), answer(200)]) == ["HEAD", "GET", "200"])
  }

  @Test(arguments: [429, 503])
  func `a busy host is given time before the GET`(status: Int) throws {
    let steps = try names([answer(status), answer(200)])
    #expect(steps == ["HEAD", "retry GET", "200"])
  }

  @Test(arguments: [404, 410])
  func `a missing page is confirmed later by other means`(status: Int) throws {
    let steps = try names([answer(status), answer(status), answer(status)])
    #expect(steps == ["HEAD", "GET", "confirm GET 1.1", "\(status)"])
    let back = try names([answer(status), answer(status), answer(200)])
    #expect(back == ["HEAD", "GET", "confirm GET 1.1", "200"])
  }

  @Test func `a name that does not exist is asked for twice`() throws {
    let none = failure(.name(.noSuchName))
    #expect(try names([none, none]) == ["HEAD", "confirm GET 1.1", "no-such-name"])
  }

  @Test(arguments: [
    (TransferFailure.name(.tryAgain), ["retry GET 1.1 v4", "retry GET 1.1 v4", "name-lookup"]),
    (.connectionRefused, ["retry GET 1.1 v4", "retry GET 1.1 v4", "connection-refused"]),
    (.timeout(.connect), ["retry GET 1.1 v4 patient", "timeout-connect"]),
    (.timeout(.firstByte), ["retry GET 1.1 patient", "timeout-first-byte"]),
    (.reset, ["retry GET 1.1", "retry GET 1.1", "connection-reset"]),
    (.emptyReply, ["retry GET 1.1", "retry GET 1.1", "empty-reply"]),
    (.http2, ["retry GET", "retry GET 1.1", "http2"]),
    (.tls, ["retry GET 1.1", "tls"]),
    (.notHTTP, ["retry GET 1.1", "protocol-error"]),
    (.headTooLarge, ["retry GET 1.1", "headers-too-large"]),
    (.certificate(.expired), ["certificate-expired"]),
    (.certificate(.hostMismatch), ["certificate-wrong-host"]),
    (.certificate(.noIssuer), ["certificate-untrusted"]),
    (.name(.noAddress), ["other"]),
    (.outOfSockets, ["retry GET 1.1", "retry GET 1.1", "other"]),
  ])
  func `a failure is tried again by other means`(cause: TransferFailure, steps: [String]) throws {
    let replies = steps.map { _ in failure(cause) }
    #expect(try names(replies) == ["HEAD"] + steps)
  }

  @Test(arguments: [
    (408, 3), (425, 3), (429, 3), (500, 3), (501, 2), (502, 3), (503, 3), (504, 3), (505, 2),
    (520, 3), (524, 3), (525, 1), (526, 1), (530, 3), (400, 1), (401, 1), (403, 1), (451, 1),
  ])
  func `GET is asked as often as its status may pass`(status: Int, attempts: Int) throws {
    var machine = try machine(["a"])
    var count = 0
    var step = machine.begin()
    while count < 9, name(step).hasSuffix("GET") || name(step).hasSuffix("1.1") {
      count += 1
      step = machine.receive(answer(status), nil)
    }
    #expect(count == attempts)
    #expect(name(step) == "\(status)")
  }

  @Test func `a wall is not asked again`() throws {
    let wall = answer(503, [("cf-mitigated", "challenge")])
    #expect(try names([wall, wall]) == ["HEAD", "GET", "503"])
  }

  @Test func `the server's wait is taken, and a date too`() throws {
    for (value, wait) in [("7", 7), ("Tue, 24 Nov 2026 12:00:03 GMT", 3)] {
      var machine = try machine()
      _ = machine.begin()
      let step = machine.receive(answer(429, [("retry-after", value)]), nil)
      guard case .retry(_, .server(.seconds(wait)), isFree: true) = step else {
        Issue.record("\(step)")
        continue
      }
    }
  }

  @Test func `a retry that is not granted ends with what is known`() throws {
    var machine = try machine()
    _ = machine.begin()
    _ = machine.receive(answer(429), nil)
    #expect(name(machine.giveUp().event) == "429")
  }
}

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
