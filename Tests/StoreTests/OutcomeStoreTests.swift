import Foundation
import Model
import Testing

@testable import Store

@Suite struct OutcomeStoreTests {
  @Test func `what was saved is there for the next run, whole`() throws {
    let folder = try StoreFolder()
    let history = History(
      failing: FailureStreak(since: folder.now - 9_000, count: 3), lastAlive: folder.now - 10_000,
      runs: 7)
    let outcomes = [folder.stored(1), folder.stored(2, status: 404, history: history)]
    let first = try folder.open()
    try first.save(outcomes)
    first.close()
    let second = try folder.open()
    #expect(try folder.found([2, 3, 1], in: second) == [outcomes[1], nil, outcomes[0]])
    second.close()
    #expect(folder.names == ["links.sqlite"], "the journal is folded into the file")
  }

  @Test func `what was learnt under other settings is not there`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.save([folder.stored(1)])
    #expect(
      try store.outcomes(of: [StoreFolder.key(1)], under: ProbePolicy(of: "other")) == [nil])
  }

  @Test func `two stores on one file see each other's writes`() throws {
    let folder = try StoreFolder()
    let (first, second) = (try folder.open(), try folder.open())
    for number in 0..<50 {
      try (number.isMultiple(of: 2) ? first : second).save([folder.stored(number)])
    }
    #expect(try folder.found(Array(0..<50), in: first).allSatisfy { $0 != nil })
    first.close()
    #expect(try folder.found(Array(0..<50), in: second).allSatisfy { $0 != nil })
    second.close()
  }

  @Test(arguments: [
    "checked = 0", "checked = 1790009999", "runs = 0", "runs = 3000000", "verdict = 'fine'",
    "facts = 'answered 200'", "facts = facts || 'run rm'", "facts = replace(facts, '200', '7')",
    "facts = replace(facts, 'HEAD', 'BREW')", "failures = 1, failing_since = 1790009999",
    "failing_since = 1780000000, failures = 2", "last_alive = -1",
    "proving_since = 1780000000, proving_failures = 1",
    "facts = facts || 'hop 301 javascript:alert(1)'",
    "facts = facts || 'hop 200 https://a.test/'",
  ])
  func `a row that our own hand would not write is no memory`(change: String) throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.save([folder.stored(1), folder.stored(2)])
    store.close()
    try folder.execute(
      "UPDATE outcome SET \(change) WHERE key = '\(StoreFolder.key(1).digits)'")
    let again = try folder.open()
    #expect(try folder.found([1, 2], in: again).map { $0 != nil } == [false, true])
  }

  @Test func `the newer of two is taken over`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.save([folder.stored(1, at: folder.now - 500), folder.stored(2, at: folder.now - 5)])
    let others = [
      folder.stored(1, status: 404, at: folder.now - 50),
      folder.stored(2, status: 404, at: folder.now - 50), folder.stored(3),
      folder.stored(4, at: folder.now + 5_000),
    ]
    #expect(try store.merge(others) == 2)
    let verdicts = try folder.found([1, 2, 3, 4], in: store).map { $0?.verdict }
    #expect(verdicts == [.dead, .alive, .alive, nil])
  }

  @Test func `what is old is forgotten when asked`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    try store.save([folder.stored(1, at: folder.now - 500), folder.stored(2, at: folder.now - 5)])
    #expect(try store.prune(before: folder.now - 100) == 1)
    #expect(try folder.found([1, 2], in: store).map { $0 != nil } == [false, true])
  }
}
