import Glibc
import HTML
import Testing

@Suite struct PatienceTests {
  @Test func `what the machine does meanwhile does not count`() {
    var patience = Patience(most: .milliseconds(20))
    let isLeft = patience.spend { usleep(60_000) }
    #expect(isLeft)
    #expect(!patience.isOver)
  }

  @Test func `work counts`() {
    var patience = Patience(most: .milliseconds(20))
    var sum = 0
    while patience.spend({ for number in 0..<10_000 { sum &+= number } }) {}
    #expect(patience.isOver)
    #expect(!patience.spend { sum = -1 })
    #expect(sum != -1)
  }
}
