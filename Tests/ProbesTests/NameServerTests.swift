import Foundation
import Glibc
import Model
import Probes
import Testing

/// Names, in a network of their own: a thread leaves the machine's network and mounts behind, so
/// that every thread and process that it starts sees only a loopback and a name server on it.
@Suite(.timeLimit(.minutes(15)), .enabled(if: PrivateNetwork.isAvailable, "needs root"))
struct NameServerTests {
  static let rows: [(String, Verdict, String)] = [
    ("nx.test", .dead, "no-such-name"),
    ("servfail.test", .doubtful, "name-lookup"),
    ("nodata.test", .doubtful, "other"),
    ("hang.test", .doubtful, "timeout-name-lookup"),
    ("flaky.test", .alive, "ok"),
    ("ok.test", .alive, "ok"),
    ("good.test", .alive, "ok"),
  ]

  @Test func `a name gets its verdict, and the internal service is not reached by any`()
    async throws
  {
    let result = try await PrivateNetwork.probeNames()
    for (name, verdict, cause) in Self.rows {
      let outcomes = result.outcomes["http://\(name):\(result.basePort)/ok"] ?? []
      #expect(outcomes.count == 1)
      let judgement = outcomes.first.map { Policy.judgement(of: $0) }
      #expect(judgement?.verdict == verdict, "\(name): \(judgement?.sentence ?? "")")
      #expect(judgement?.cause == cause, "\(name)")
    }
    for name in PrivateNetwork.rebinding {
      let outcomes = result.outcomes["http://\(name):\(result.basePort + 1)/canary"] ?? []
      #expect(outcomes.count == 1)
      let verdict = outcomes.first.map { Policy.judgement(of: $0).verdict }
      #expect(verdict == .unchecked || verdict == .doubtful, "\(name)")
    }
    #expect(result.log.filter { $0.contains("CANARY") } == [])
  }
}
