import Model
import Probes
import Testing

@Suite(.timeLimit(.minutes(15)))
struct HostileServerTests {
  @Test(arguments: HostileRow.all)
  func `every address of the hostile server gets its verdict`(row: HostileRow) async throws {
    let run = try await HostileRun.shared.value
    let outcome = try #require(run.outcome(row.address))
    let judgement = Policy.judgement(
      of: outcome, fragment: row.address.fragments.first.map { Fragment($0) })
    #expect(judgement.verdict == row.verdict, "\(judgement.cause): \(judgement.sentence)")
    #expect(
      row.cause.split(separator: "|").contains { $0 == judgement.cause }, "\(judgement.cause)")
    // A connection that the answer to another address has broken is no answer: it is asked anew.
    let isAskedAnew = outcome.attempts == 2 && run.requests(to: row.address) == 1
    #expect(
      row.attempts.contains(outcome.attempts) || isAskedAnew && row.attempts.contains(1),
      "\(outcome.attempts) attempts")
  }

  @Test(arguments: HostileRow.refused)
  func `no spelling of a private address is asked`(address: HostileAddress) async throws {
    let run = try await HostileRun.shared.value
    let outcome = try #require(run.outcome(address))
    let judgement = Policy.judgement(of: outcome)
    // What is no URL to a browser is dead without being asked.
    let isNoURL = judgement.cause == "malformed"
    #expect(judgement.verdict == (isNoURL ? .dead : .unchecked), "\(judgement.sentence)")
    #expect(outcome.attempts == 0 || outcome.exchange?.address == nil)
  }

  @Test func `the internal service was never reached`() async throws {
    let run = try await HostileRun.shared.value
    #expect(run.log.filter { $0.contains("CANARY") } == [])
    #expect(run.log.count > HostileRow.plain.count)
  }

  @Test func `no endless answer is read to the server's own limit`() async throws {
    let run = try await HostileRun.shared.value
    #expect(run.log.filter { $0.contains("\"capped\": true") } == [])
  }
}
