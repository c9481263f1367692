import Glibc
import Testing

@testable import Curl

@Suite(.timeLimit(.minutes(15)))
struct ResetConnectionTests {
  @Test func `a connection that was reset before it has a peer is not asked, and was reset`() throws
  {
    let transfer = try #require(Transfer(Configuration { _ in true }))
    var none: CChar = 0
    let owner = Unmanaged.passUnretained(transfer).toOpaque()
    #expect(Callbacks.ready(owner, &none, nil, 80, 0) != 0)
    #expect(transfer.stop == .noPeer)
    #expect(transfer.refused.isEmpty)
  }

  @Test func `a peer that cannot be read is refused`() throws {
    let transfer = try #require(Transfer(Configuration { $0.address != .other(family: 0) }))
    let owner = Unmanaged.passUnretained(transfer).toOpaque()
    var text = "fe80::1%eth0".utf8.map { CChar($0) } + [0]
    #expect(Callbacks.ready(owner, &text, nil, 80, 0) != 0)
    #expect(transfer.stop == .refusedAddress)
    #expect(transfer.refused == [Endpoint(.other(family: 0), port: 80)])
  }

  @Test func `each of many requests to a server that resets at once gets its reply`() async throws {
    let server = try LoopbackServer(answer: "", resets: true)
    defer { server.stop() }
    let engine = Engine<Fetcher>(configure: { $0.keptConnections = 0 })
    let port = server.port
    var failures: [TransferFailure?: Int] = [:]
    // A few at a time: children of other tests are waited for by select, which knows 1,024
    // descriptors.
    for _ in 0..<50 {
      await withTaskGroup(of: TransferFailure?.self) { group in
        for _ in 0..<8 {
          group.addTask { await engine.reply(to: "http://127.0.0.1:\(port)/").failure }
        }
        for await failure in group { failures[failure, default: 0] += 1 }
      }
    }
    #expect(failures == [.reset: 400])
  }
}
