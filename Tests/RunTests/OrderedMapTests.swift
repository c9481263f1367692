import Synchronization
import Testing

@testable import Run

@Suite struct OrderedMapTests {
  private struct Stopped: Error {}

  @Test(arguments: [1, 2, 8]) func `results come in the order of the input`(width: Int) async {
    var numbers = (0..<500).makeIterator()
    var delivered: [Int] = []
    await OrderedMap.run(
      width: width, next: { () throws(Never) in numbers.next() },
      transform: { number in
        // Early inputs take longest, so that late ones overtake them.
        var sum = 0
        for step in 0..<(500 - number) * 20 { sum &+= step }
        return sum == -1 ? -1 : number
      }, deliver: { delivered.append($0) })
    #expect(delivered == Array(0..<500))
  }

  @Test func `no more than the width is under way`() async {
    let active = Atomic(0)
    let most = Atomic(0)
    var numbers = (0..<200).makeIterator()
    await OrderedMap.run(
      width: 3, next: { () throws(Never) in numbers.next() },
      transform: { number in
        let now = active.add(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        active.subtract(1, ordering: .relaxed)
        return number
      }, deliver: { _ in })
    #expect(most.load(ordering: .relaxed) <= 3)
  }

  @Test func `what came before an error is delivered`() async {
    var number = 0
    var delivered: [Int] = []
    await #expect(throws: Stopped.self) {
      try await OrderedMap.run(
        width: 4,
        next: { () throws(Stopped) -> Int? in
          number += 1
          if number > 5 { throw Stopped() }
          return number
        }, transform: { $0 * 2 },
        deliver: { number throws(Stopped) in delivered.append(number) })
    }
    #expect(delivered == [2, 4, 6, 8, 10])
  }

  @Test func `nothing is delivered after an error of the delivery`() async {
    var number = 0
    var delivered: [Int] = []
    await #expect(throws: Stopped.self) {
      try await OrderedMap.run(
        width: 4,
        next: { () throws(Stopped) -> Int? in
          number += 1
          return number
        }, transform: { $0 },
        deliver: { number throws(Stopped) in
          if number == 7 { throw Stopped() }
          delivered.append(number)
        })
    }
    #expect(delivered == Array(1...6))
    #expect(number < 20)
  }
}
