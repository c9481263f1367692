import Model
import Testing

@testable import Store

@Suite struct HistoryTests {
  private let day = 86_400

  @Test func `three failures over two days are a proof`() {
    var history = History().adding(.failed(isProving: true), at: day)
    history = history.adding(.failed(isProving: true), at: 2 * day)
    #expect(!history.isProof(at: 9 * day))
    history = history.adding(.failed(isProving: true), at: 2 * day + 5)
    #expect(!history.isProof(at: 2 * day + 5))
    #expect(history.isProof(at: 3 * day))
    #expect(history.failing == FailureStreak(since: day, count: 3))
  }

  @Test func `a good answer ends a streak`() {
    let failed = History().adding(.failed(isProving: true), at: day)
    let alive = failed.adding(.alive, at: 2 * day)
    #expect(alive == History(lastAlive: 2 * day, runs: 2))
  }

  @Test func `an answer to programs proves nothing and ends what would be a proof`() {
    var history = History()
    for number in 1...3 { history = history.adding(.failed(isProving: true), at: number * day) }
    history = history.adding(.failed(isProving: false), at: 4 * day)
    #expect(history.failing?.count == 4)
    #expect(history.proving == nil)
  }

  @Test(arguments: [
    (Verdict.alive, 5 * 86_400, true), (.alive, 7 * 86_400, false), (.moved, 5 * 86_400, true),
    (.dead, 2_000, true), (.dead, 3_600, false), (.doubtful, 0, false), (.unchecked, 0, false),
  ])
  func `an outcome is believed for its time`(verdict: Verdict, age: Int, isYoung: Bool) {
    for number in 0..<50 {
      let key = StoreFolder.key(number)
      #expect(
        AgeLimits().isYoung(verdict, learntAt: 1_000_000 - age, now: 1_000_000, key: key)
          == isYoung)
    }
  }

  @Test func `ages end at different times for different targets, and always at the same for one`() {
    let ends = (0..<200).map { number in
      stride(from: 5 * 86_400, to: 8 * 86_400, by: 3_600).first { age in
        !AgeLimits().isYoung(
          .alive, learntAt: 0, now: age, key: StoreFolder.key(number))
      }
    }
    #expect(Set(ends).count > 20)
    #expect(ends[0] != nil)
  }
}
