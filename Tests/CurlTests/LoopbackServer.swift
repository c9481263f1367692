import Curl
import Glibc

/// A server on a loopback port of its own that answers every connection with the same bytes.
final class LoopbackServer: Sendable {
  let port: Int
  private let listener: Int32
  private let requests: Lock<[UInt8]>

  /// Starts a server. With `hangs` it never closes a connection, with `resets` it resets each at once;
  /// after the answer it sends `flood` without end.
  init(answer: String, hangs: Bool = false, resets: Bool = false, flood: String = "") throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 128) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw NotStarted() }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
    let bytes = Array(answer.utf8)
    let flood = Array(flood.utf8)
    let requests = Lock<[UInt8]>([])
    self.requests = requests
    try Self.thread {
      // Whoever closed it elsewhere would give its number to another server's listener, and this
      // thread would take that one's connections.
      defer { close(listener) }
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        if resets {
          Self.reset(connection)
          continue
        }
        try? Self.thread { Self.serve(connection, bytes, hangs, flood, requests) }
      }
    }
  }

  /// All heads that it was sent.
  var received: String { String(decoding: requests.withLock { $0 }, as: UTF8.self) }

  /// Takes no connection any more.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  struct NotStarted: Error {}

  private static func serve(
    _ connection: Int32, _ answer: [UInt8], _ hangs: Bool, _ flood: [UInt8],
    _ requests: Lock<[UInt8]>
  ) {
    defer { close(connection) }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      request += buffer[..<count]
      guard request.suffix(4).elementsEqual("\r\n\r\n".utf8) else { continue }
      let whole = request
      requests.withLock { $0 += whole }
      request = []
      _ = answer.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      while !flood.isEmpty, send(connection, flood, flood.count, Int32(MSG_NOSIGNAL)) > 0 {}
      if !hangs, !answer.starts(with: "HTTP/1.1 200 K".utf8) { return }
    }
  }

  /// Closes a connection so that its peer gets a reset.
  private static func reset(_ connection: Int32) {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    close(connection)
  }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func thread(_ body: @escaping @Sendable () -> Void) throws {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code == 0 else { throw NotStarted() }
    pthread_detach(thread)
  }
}
