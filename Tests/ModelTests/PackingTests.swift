import Testing

@testable import Model

@Suite struct PackingTests {
  /// What a value is after it was packed and unpacked, with what came before it.
  private func roundTrip<Value: Packable>(_ values: [Value]) throws -> [Value] {
    var packer = Packer()
    packer.append(7)
    values.pack(into: &packer)
    var unpacker = Unpacker(packer.bytes)
    #expect(try unpacker.number() == 7)
    let found = try [Value](from: &unpacker)
    #expect(unpacker.isAtEnd)
    return found
  }

  @Test func `numbers come back`() throws {
    let edges = (0..<Int.bitWidth).flatMap { [1 << $0, -(1 << $0 &- 1), (1 << $0) &- 1] }
    let numbers = edges + [.min, .max, 0, -1]
    #expect(try roundTrip(numbers) == numbers)
  }

  @Test func `a small number takes one byte`() {
    for number in -64...63 {
      var packer = Packer()
      packer.append(number)
      #expect(packer.bytes.count == 1)
    }
  }

  @Test func `random findings come back`() throws {
    var chance = Chance(seed: 1)
    let findings = (0..<500).map { _ in chance.finding() }
    let found = try roundTrip(findings)
    // Compared by all that they hold.
    #expect(found.map { "\($0)" } == findings.map { "\($0)" })
  }

  @Test func `random outcomes come back`() throws {
    var chance = Chance(seed: 2)
    let outcomes = (0..<2_000).map { _ in chance.outcome() }
    #expect(try roundTrip(outcomes) == outcomes)
  }

  @Test func `random destinations come back`() throws {
    var chance = Chance(seed: 3)
    let destinations = (0..<1_000).map { _ in chance.destination() }
    #expect(try roundTrip(destinations).map { "\($0)" } == destinations.map { "\($0)" })
  }

  @Test func `an outcome of the expected address is a few dozen bytes`() throws {
    let url = "https://en.wikipedia.example/wiki/Some_quite_long_name_of_a_page"
    var timings = Timings()
    timings.total = .microseconds(123_456)
    let outcome = Outcome(
      event: .answered(Answer(status: 200, contentType: "text/html; charset=utf-8")),
      attempts: 1,
      exchange: Exchange(
        method: "HEAD", url: url, address: "203.0.113.5:443", httpVersion: "1.1", timings: timings))
    var packer = Packer()
    packer.expect(url, as: .address)
    outcome.pack(into: &packer)
    #expect(packer.bytes.count < 80)
    var unpacker = Unpacker(packer.bytes)
    unpacker.expect(url, as: .address)
    #expect(try Outcome(from: &unpacker) == outcome)
  }

  @Test func `bytes that are cut are refused`() throws {
    var chance = Chance(seed: 4)
    for _ in 0..<50 {
      var packer = Packer()
      chance.finding().pack(into: &packer)
      for count in stride(from: 0, to: packer.bytes.count, by: 7) {
        #expect(throws: UnpackError.self) {
          var unpacker = Unpacker(packer.bytes[..<count])
          _ = try Finding(from: &unpacker)
        }
      }
    }
  }

  @Test func `random bytes never trap`() {
    var chance = Chance(seed: 5)
    for _ in 0..<5_000 {
      let bytes = (0..<chance.number(60)).map { _ in UInt8(chance.number(256)) }
      var unpacker = Unpacker(bytes)
      _ = try? Finding(from: &unpacker)
      unpacker = Unpacker(bytes)
      _ = try? Outcome(from: &unpacker)
    }
  }
}
