import Foundation
import GRDB
import Model

@testable import Store

/// A folder for one store, deleted when its holder goes.
final class StoreFolder {
  let url: URL
  let now = 1_790_000_000

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.appending(path: "links.sqlite").path }

  /// The names in the folder, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  func open() throws -> OutcomeStore { try OutcomeStore(path: path, now: now) }

  /// Changes the file as another program could.
  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  static let policy = ProbePolicy(of: "test")

  static func target(_ number: Int) -> Target {
    Target(url: "https://a.test/\(number)", identity: "https://a.test/\(number)")
  }

  static func key(_ number: Int) -> TargetKey { TargetKey(target(number)) }

  /// What is remembered of an answer.
  func stored(
    _ number: Int, status: Int = 200, at time: Int? = nil, history: History = History(runs: 1)
  ) -> StoredOutcome {
    let outcome = Outcome(
      event: .answered(Answer(status: status, contentType: "text/html")),
      attempts: 1,
      exchange: Exchange(
        method: "HEAD", url: Self.target(number).url, address: "192.0.2.1:443", httpVersion: "2"))
    return StoredOutcome(
      key: Self.key(number), policy: Self.policy, shownURL: Self.target(number).url,
      verdict: status < 400 ? .alive : .dead, learntAt: time ?? now - 60,
      facts: Facts(outcome, wanted: []) { _ in false }, history: history)
  }

  /// What the store gives for some numbers.
  func found(_ numbers: [Int], in store: OutcomeStore) throws -> [StoredOutcome?] {
    try store.outcomes(of: numbers.map(Self.key), under: Self.policy)
  }
}
