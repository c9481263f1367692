import Curl
import Model
import Standards
import Testing

@testable import Probes

@Suite struct ProbeMachineTests {
  private static let start = "https://a.example/"

  func machine(_ wanted: [Fragment] = [], url: String = start) throws -> ProbeMachine {
    let rules = ProbeRules(addressGuard: AddressGuard(), maxHops: 10) { 1_795_521_600 }
    return ProbeMachine(try WebURL(url), wanted: wanted, rules: rules)
  }

  func answer(_ status: Int, _ fields: [(String, String)] = []) -> Reply {
    var reply = Reply()
    reply.status = status
    reply.fields = fields.map { HeaderField(name: $0.0, value: Array($0.1.utf8)) }
    return reply
  }

  func failure(_ failure: TransferFailure) -> Reply {
    var reply = Reply()
    reply.failure = failure
    return reply
  }

  /// A short name for a step: `HEAD`, `GET`, `retry GET 1.1`, `confirm GET 1.1`, `200`, a cause.
  func name(_ step: ProbeStep) -> String {
    switch step {
    case .ask(let ask): name(ask)
    case .retry(let ask, _, _): "retry " + name(ask)
    case .confirm(let ask): "confirm " + name(ask)
    case .finish(let outcome): name(outcome.event)
    }
  }

  func name(_ ask: Ask) -> String {
    var words = [ask.means.method.rawValue]
    if ask.means.version == .http11 { words.append("1.1") }
    if ask.means.family == .v4 { words.append("v4") }
    if ask.means.isPatient { words.append("patient") }
    if ask.means.isUncompressed { words.append("uncompressed") }
    return words.joined(separator: " ")
  }

  func name(_ event: Outcome.Event) -> String {
    switch event {
    case .answered(let answer): "\(answer.status)"
    case .failed(let cause): cause.code
    case .skipped(let reason): reason.code
    }
  }

  func names(_ replies: [Reply], wanted: [Fragment] = []) throws -> [String] {
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

  @Test func `garbage on a kept connection is asked for again on a fresh one`() throws {
    var garbage = failure(.notHTTP)
    #expect(try names([answer(404), garbage]) == ["HEAD", "GET", "protocol-error"])
    garbage.isOnKeptConnection = true
    let steps = try names([answer(404), garbage, answer(200)])
    #expect(steps == ["HEAD", "GET", "retry GET 1.1", "200"])
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
    #expect(name(machine.givenUp(or: .failed(.hostDown)).event) == "429")
  }
}
