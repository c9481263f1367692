import Testing

@testable import Probes

@Suite struct PaceTests {
  private let start = ContinuousClock.now

  @Test func `quick answers raise the rate up to its ceiling`() {
    var pace = Pace(HostRate(), now: start)
    pace.answered(after: .milliseconds(20))
    #expect(pace.rate == 20.5)
    for _ in 0..<1_000 { pace.answered(after: .milliseconds(20)) }
    #expect(pace.rate == 200)
  }

  @Test func `slow answers leave the rate`() {
    var pace = Pace(HostRate(), now: start)
    pace.answered(after: .seconds(1))
    #expect(pace.rate == 20)
  }

  @Test func `trouble halves the rate, once a second, down to its floor`() {
    var pace = Pace(HostRate(), now: start)
    pace.troubled(start)
    pace.troubled(start + .milliseconds(900))
    #expect(pace.rate == 10)
    for second in 1..<20 { pace.troubled(start + .seconds(second)) }
    #expect(pace.rate == 0.5)
  }

  @Test func `after trouble the rate grows by ten a second`() {
    var pace = Pace(HostRate(), now: start)
    pace.troubled(start)
    // As many as come in seven tenths of a second.
    for _ in 0..<10 { pace.answered(after: .zero) }
    #expect(pace.rate > 17 && pace.rate < 18)
  }
}

@Suite struct BackOffTests {
  @Test(arguments: [(0, 1), (1, 2), (2, 4), (5, 30), (40, 30)])
  func `the wait's bound doubles up to the longest`(count: Int, bound: Int) {
    let half = BackOff(first: .seconds(1), longest: .seconds(30)) { 0.5 }
    #expect(half.wait(count) == .seconds(bound) / 2)
    let none = BackOff(first: .seconds(1), longest: .seconds(30)) { 0 }
    #expect(none.wait(count) == .zero)
  }
}

@Suite struct RetryBudgetTests {
  @Test func `a run has ten retries and one for every ten requests`() {
    var budget = RetryBudget(base: 10, perHost: 100)
    for _ in 0..<25 { budget.noteRequest() }
    let granted = (0..<20).filter { budget.take(host: $0) }
    #expect(granted.count == 12)
  }

  @Test func `a host has five retries`() {
    var budget = RetryBudget(base: 100, perHost: 5)
    let granted = (0..<9).filter { _ in budget.take(host: 1) }
    let other = budget.take(host: 2)
    #expect(granted.count == 5)
    #expect(other)
  }
}

@Suite struct DueHeapTests {
  @Test(arguments: 0..<10)
  func `things come out by their times`(seed: Int) {
    var random = Numbers(seed: UInt64(seed))
    var heap = DueHeap<Int>()
    let start = ContinuousClock.now
    let numbers = (0..<100).map { _ in random.next() % 50 }
    for number in numbers { heap.insert(number, due: start + .milliseconds(number)) }
    let early = heap.pop(at: start - .milliseconds(1))
    #expect(early == nil)
    var taken: [Int] = []
    while let number = heap.pop(at: start + .seconds(1)) { taken.append(number) }
    #expect(taken == numbers.sorted())
  }
}
