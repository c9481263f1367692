import Glibc
import Testing

@testable import Run

@Suite struct SpillTests {
  private func frames(of spill: Spill) throws(RunError) -> [[UInt8]] {
    var frames: [[UInt8]] = []
    try spill.forEach { frame throws(RunError) in frames.append(Array(frame)) }
    return frames
  }

  /// Some empty, some longer than a block that is read at once.
  private var written: [[UInt8]] {
    (0..<300).map { number in
      let length = number == 100 ? 1_000_000 : number * number % 5_003
      return (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    }
  }

  @Test(arguments: [0, 1, 10_000, 1 << 30])
  func `what comes back is what went in, on the disk as in memory`(capacity: Int) throws {
    let spill = Spill(capacity: capacity)
    for frame in written { try spill.append(frame) }
    #expect(spill.isOnDisk == (capacity < 1 << 30))
    #expect(try frames(of: spill) == written)
    #expect(try frames(of: spill) == written)
    try spill.append([1, 2, 3])
    #expect(try frames(of: spill) == written + [[1, 2, 3]])
  }

  @Test func `an empty one holds nothing`() throws {
    #expect(try frames(of: Spill()).isEmpty)
  }
}
