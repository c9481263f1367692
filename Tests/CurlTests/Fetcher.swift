import Curl

/// The least that an engine can do: it makes requests and hands their replies back.
struct Fetcher: LoopWork {
  struct Message: Sendable {
    let make: @Sendable () -> Request
    let reply: @Sendable (Reply) -> Void
  }

  private var waiting: [Int: @Sendable (Reply) -> Void] = [:]
  private var next = 0

  mutating func receive(_ message: Message, on core: inout Core) {
    waiting[next] = message.reply
    _ = core.start(message.make(), id: next)
    next += 1
  }

  mutating func complete(_ id: Int, _ reply: Reply, on core: inout Core) {
    waiting.removeValue(forKey: id)?(reply)
  }

  mutating func turn(on core: inout Core) -> ContinuousClock.Instant? { nil }
}

extension Engine<Fetcher> {
  convenience init(
    isAllowed: @escaping @Sendable (Endpoint) -> Bool = { _ in true },
    configure: (inout Configuration) -> Void = { _ in }
  ) {
    var configuration = Configuration(isAllowed: isAllowed)
    configure(&configuration)
    self.init(configuration) { Fetcher() }
  }

  func reply(
    to url: String, _ change: @escaping @Sendable (inout Request) -> Void = { _ in }
  ) async -> Reply {
    await withCheckedContinuation { continuation in
      post(
        Fetcher.Message {
          var request = Request(url: url)
          change(&request)
          return request
        } reply: {
          continuation.resume(returning: $0)
        })
    }
  }
}

/// Keeps a body.
final class Keeper: BodySink {
  private let bytes: Lock<[UInt8]>
  private let limit: Int

  init(_ bytes: Lock<[UInt8]>, limit: Int = .max) {
    self.bytes = bytes
    self.limit = limit
  }

  func begin(status: Int, fields: [HeaderField]) -> Bool { true }

  func receive(_ piece: borrowing RawSpan) -> Bool {
    let piece = piece.withUnsafeBytes { Array($0) }
    return bytes.withLock { bytes in
      bytes += piece
      return bytes.count < limit
    }
  }
}
