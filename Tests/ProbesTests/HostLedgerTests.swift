import Curl
import Model
import Testing

@testable import Probes

@Suite struct HostLedgerTests {
  private func ledger() -> HostLedger {
    HostLedger(
      longestWait: .seconds(30), longestWaitPerHost: .seconds(120), failuresUntilDown: 5)
  }

  @Test(arguments: [(1, true), (30, true), (31, false), (9_999_999_999, false)])
  func `one wait has a bound`(seconds: Int, isGranted: Bool) {
    #expect(ledger().grants(.seconds(seconds), host: 1) == isGranted)
  }

  @Test func `all waits of a host have a bound`() {
    var ledger = ledger()
    for _ in 0..<4 { ledger.note(.seconds(30), host: 1) }
    #expect(!ledger.grants(.seconds(1), host: 1))
    #expect(ledger.grants(.seconds(1), host: 2))
  }

  @Test func `a host is down after five fruitless connections in a row`() {
    var ledger = ledger()
    let changes = [true, true, true, true, false, true, true, true, true, true, true]
      .map { ledger.note(isFruitless: $0, host: 1) }
    #expect(changes.firstIndex(of: .isDown) == 9)
    #expect(changes.last == .isDown)
    #expect(ledger.downHosts == [1])
    #expect(!ledger.isDown(2))
  }

  @Test func `a host that is down is back with the first connection that comes to something`() {
    var ledger = ledger()
    for _ in 0..<7 { _ = ledger.note(isFruitless: true, host: 1) }
    let changes = [false, false, true, true, true, true, true]
      .map { ledger.note(isFruitless: $0, host: 1) }
    #expect(changes == [.cameBack, .none, .none, .none, .none, .none, .isDown])
  }
}

@Suite struct NetworkWitnessTests {
  private func reply(_ failure: TransferFailure?) -> Reply {
    var reply = Reply()
    reply.failure = failure
    if failure == nil { reply.peer = Endpoint(.v4(1), port: 80) }
    return reply
  }

  private let missing = Outcome(event: .failed(.noSuchName), attempts: 2)

  @Test func `a few names without address are missing`() {
    var witness = NetworkWitness()
    for host in 0..<4 { witness.note(reply(.name(.noSuchName)), host: host, isNamed: true) }
    #expect(witness.tempered(missing) == missing)
  }

  @Test func `many names and none that is found prove nothing`() {
    var witness = NetworkWitness()
    for host in 0..<5 { witness.note(reply(.name(.noSuchName)), host: host, isNamed: true) }
    witness.note(reply(nil), host: 9, isNamed: false)
    #expect(witness.tempered(missing).event == .failed(.nameLookup))
    #expect(witness.tempered(missing).attempts == 2)
  }

  @Test func `one name that was found makes the resolver believable`() {
    var witness = NetworkWitness()
    for host in 0..<9 { witness.note(reply(.name(.noSuchName)), host: host, isNamed: true) }
    witness.note(reply(nil), host: 9, isNamed: true)
    #expect(witness.tempered(missing) == missing)
  }

  @Test func `many hosts without a way and none that was reached show that there is no network`() {
    var witness = NetworkWitness()
    let failures: [TransferFailure] = [
      .name(.tryAgain), .name(.noSuchName), .unreachable, .timeout(.connect),
    ]
    for (host, failure) in failures.enumerated() {
      witness.note(reply(failure), host: host, isNamed: true)
    }
    #expect(witness.unreachedHosts == 0)
    witness.note(reply(.timeout(.nameLookup)), host: 4, isNamed: true)
    witness.note(reply(.timeout(.nameLookup)), host: 4, isNamed: true)
    #expect(witness.unreachedHosts == 5)
  }

  @Test(arguments: [nil, TransferFailure.connectionRefused, .reset])
  func `one host that was reached shows that there is a network`(failure: TransferFailure?) {
    var witness = NetworkWitness()
    for host in 0..<9 { witness.note(reply(.name(.tryAgain)), host: host, isNamed: true) }
    var reached = reply(failure)
    if failure != .connectionRefused { reached.peer = Endpoint(.v4(1), port: 80) }
    witness.note(reached, host: 9, isNamed: false)
    #expect(witness.unreachedHosts == 0)
  }
}
