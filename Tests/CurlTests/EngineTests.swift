import Curl
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15)))
struct EngineTests {
  private func with<Answer>(
    _ answer: String, hangs: Bool = false, _ body: (String) async throws -> Answer
  ) async throws -> Answer {
    let server = try LoopbackServer(answer: answer, hangs: hangs)
    defer { server.stop() }
    return try await body("http://127.0.0.1:\(server.port)/")
  }

  private func fetch(
    _ answer: String, limit: Int = .max, _ change: (inout Configuration) -> Void = { _ in }
  ) async throws -> (reply: Reply, body: [UInt8]) {
    let engine = Engine<Fetcher>(configure: change)
    let body = Lock<[UInt8]>([])
    let reply = try await with(answer) { url in
      await engine.reply(to: url) { request in
        request.method = .get
        request.sink = Keeper(body, limit: limit)
      }
    }
    return (reply, body.withLock { $0 })
  }

  @Test func `a head gives its status and the fields that were asked for, in order`() async throws {
    let engine = Engine<Fetcher>(configure: { $0.keptFields = ["x-a"] })
    let answer = "HTTP/1.1 204 K\r\nX-A: 1\r\nX-B: 2\r\nx-a:  3 \r\n\r\n"
    let reply = try await with(answer) { await engine.reply(to: $0) }
    #expect(reply.status == 204)
    #expect(reply.fields.map(\.text) == ["1", "3"])
    #expect(reply.failure == nil)
    #expect(reply.version == 11)
    #expect(reply.headerBytes == answer.utf8.count)
    #expect(reply.peer?.address == .v4(0x7F00_0001))
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", Reply.BodyEnd.complete(isCertain: true)),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
      .complete(isCertain: true)
    ),
    ("HTTP/1.1 200 OK\r\n\r\nabc", .complete(isCertain: false)),
    ("HTTP/1.0 200 OK\r\n\r\nabc", .complete(isCertain: false)),
    (
      "HTTP/1.1 206 OK\r\nContent-Length: 3\r\n\r\nabc", .complete(isCertain: false)
    ),
    (
      "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3x\r\n\r\nabc",
      .complete(isCertain: false)
    ),
    ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", .broken),
  ])
  func `a body is certain to be whole only where a cut would show`(
    answer: String, end: Reply.BodyEnd
  ) async throws {
    let (reply, body) = try await fetch(answer)
    #expect(reply.body == end)
    #expect(body == Array("abc".utf8))
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5", ";a=b"),
    ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5", " "),
  ])
  func `what reaches no callback is bounded by what comes over the connection`(
    answer: String, flood: String
  ) async throws {
    let engine = Engine<Fetcher>(configure: { $0.floodLimit = 1_000_000 })
    let server = try LoopbackServer(
      answer: answer, hangs: true, flood: String(repeating: flood, count: 1_000))
    defer { server.stop() }
    let start = ContinuousClock.now
    let body = Lock<[UInt8]>([])
    let reply = await engine.reply(to: "http://127.0.0.1:\(server.port)/") { request in
      request.method = .get
      request.sink = Keeper(body)
      request.patience.total = .seconds(100)
      request.patience.stalling = .seconds(100)
    }
    #expect(reply.failure == .flood)
    #expect(reply.status == 200)
    #expect(reply.body == .broken)
    #expect(body.withLock { $0 } == [])
    #expect(start.duration(to: .now) < .seconds(30))
  }

  @Test func `a body is cut at the limit`() async throws {
    let long = String(repeating: "a", count: 100_000)
    let (reply, body) = try await fetch(
      "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n\(long)"
    ) { $0.bodyLimit = 50_000 }
    #expect(reply.body == .cut)
    #expect(body.count == 50_000)
    #expect(reply.failure == nil)
  }

  @Test func `a reader can end a body`() async throws {
    let (reply, body) = try await fetch(
      "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", limit: 2)
    #expect(reply.body == .stopped)
    #expect(body.count == 3)
    #expect(reply.failure == nil)
  }

  @Test func `without a reader no body is read`() async throws {
    let engine = Engine<Fetcher>()
    let reply = try await with("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc") {
      await engine.reply(to: $0) { $0.method = .get }
    }
    #expect(reply.status == 200)
    #expect(reply.body == .none)
    #expect(reply.bodyBytes == 0)
  }

  @Test func `a head over the limit is refused`() async throws {
    let line = "X: " + String(repeating: "a", count: 900) + "\r\n"
    let head = "HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 100)
    let (reply, _) = try await fetch(head + "\r\n") { $0.headLimit = 50_000 }
    #expect(reply.failure == .headTooLarge)
    #expect(reply.status == nil)
  }

  @Test(arguments: [
    ("", TransferFailure.emptyReply), ("SSH-2.0-x\r\n", .notHTTP),
    ("HTTP/1.1 abc\r\n\r\n", .notHTTP),
    ("HTTP/1.1 101 Up\r\nUpgrade: x\r\n\r\n", .notHTTP),
    ("HTTP/1.1 200 OK\r\nX: 1\r\n", .closedEarly),
  ])
  func `an answer that is none has its cause`(answer: String, failure: TransferFailure) async throws
  {
    let (reply, _) = try await fetch(answer)
    #expect(reply.failure == failure)
    #expect(reply.status == nil)
  }

  @Test func `time that runs out has its phase`() async throws {
    let engine = Engine<Fetcher>()
    let reply = try await with("", hangs: true) { url in
      await engine.reply(to: url) { $0.patience.total = .milliseconds(200) }
    }
    #expect(reply.failure == .timeout(.firstByte))
  }

  @Test func `a closed port is a refused connection`() async throws {
    let server = try LoopbackServer(answer: "")
    server.stop()
    let reply = await Engine<Fetcher>().reply(to: "http://127.0.0.1:\(server.port)/")
    #expect(reply.failure == .connectionRefused)
  }

  @Test(arguments: ["127.0.0.1", "2130706433", "0x7f.1", "localhost", "[::ffff:127.0.0.1]"])
  func `a refused address is told from a refused connection`(host: String) async throws {
    let engine = Engine<Fetcher>(isAllowed: { _ in false })
    let reply = try await with("HTTP/1.1 200 OK\r\n\r\n") { url in
      await engine.reply(to: "http://\(host):" + url.split(separator: ":")[2])
    }
    #expect(reply.failure == .refusedAddress)
    #expect(!reply.refused.isEmpty)
  }

  @Test func `a kept connection is judged again`() async throws {
    let answers = Lock([true, true, false])
    let engine = Engine<Fetcher>(isAllowed: { _ in
      answers.withLock { $0.isEmpty ? false : $0.removeFirst() }
    })
    let server = try LoopbackServer(answer: "HTTP/1.1 200 K\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(await engine.reply(to: url).status == 200)
    #expect(await engine.reply(to: url).failure == .refusedAddress)
  }

  @Test func `connections are kept`() async throws {
    let engine = Engine<Fetcher>()
    let server = try LoopbackServer(answer: "HTTP/1.1 200 K\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(await engine.reply(to: url).isOnKeptConnection == false)
    #expect(await engine.reply(to: url).isOnKeptConnection)
    let fresh = await engine.reply(to: url) { $0.isOnFreshConnection = true }
    #expect(!fresh.isOnKeptConnection)
  }

  @Test(arguments: [
    "ftp://127.0.0.1/", "file:///etc/passwd", "http://u:p@127.0.0.1/", "gopher://a/",
  ])
  func `other schemes and userinfo are refused`(url: String) async {
    let reply = await Engine<Fetcher>().reply(to: url)
    #expect(reply.failure == .badURL || reply.failure == .notHTTP)
    #expect(reply.peer == nil)
  }

  @Test func `only what was configured is sent`() async throws {
    let engine = Engine<Fetcher>(configure: {
      $0.fields = ["Accept: */*", "Accept-Language: en"]
      $0.userAgent = "stet/1"
    })
    let server = try LoopbackServer(answer: "HTTP/1.1 200 K\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    _ = await engine.reply(to: "http://127.0.0.1:\(server.port)/../a?b") { $0.cookie = "k=v" }
    _ = await engine.reply(to: "http://127.0.0.1:\(server.port)/") {
      $0.method = .get
      $0.isUncompressed = true
    }
    let common = "Accept: */*\r\nAccept-Language: en\r\n"
    let host = "Host: 127.0.0.1:\(server.port)\r\nUser-Agent: stet/1\r\n"
    #expect(
      server.received == "HEAD /../a?b HTTP/1.1\r\n\(host)Accept-Encoding: gzip, deflate\r\n"
        + "Cookie: k=v\r\n\(common)\r\n"
        + "GET / HTTP/1.1\r\n\(host)\(common)Accept-Encoding: identity\r\n\r\n")
  }

  @Test func `a file of passwords is not read`() async throws {
    let folder = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask,
      appropriateFor: FileManager.default.temporaryDirectory, create: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "default login u password p\n".write(
      to: folder.appendingPathComponent(".netrc"), atomically: true, encoding: .utf8)
    let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
    setenv("HOME", folder.path, 1)
    defer { setenv("HOME", home, 1) }
    let server = try LoopbackServer(answer: "HTTP/1.1 200 K\r\nContent-Length: 0\r\n\r\n")
    defer { server.stop() }
    _ = await Engine<Fetcher>().reply(to: "http://127.0.0.1:\(server.port)/")
    #expect(server.received.contains("HEAD / HTTP/1.1"))
    #expect(!server.received.lowercased().contains("authorization"))
  }
}
