internal import Curl
internal import Glibc
internal import Standards

/// Fetches small documents of one site, few at a time, without retries or redirects.
package enum DocumentFetch {
  /// The documents that came, each in the place of its address.
  ///
  /// - Parameters:
  ///   - limit: the bytes that a document may have; of a longer one nothing is given.
  ///   - time: what all of them together may take; the rest is not fetched.
  package static func documents(
    at urls: [String], _ settings: ProbeSettings, limit: Int, within time: Duration
  ) async -> [[UInt8]?] {
    guard !urls.isEmpty else { return [] }
    let addressGuard = settings.addressGuard
    let isProxied = settings.proxy != nil
    var configuration = Configuration { isProxied || addressGuard.refusal(of: $0) == nil }
    configuration.userAgent = settings.userAgent
    configuration.authorities = settings.authorities
    configuration.detours = settings.detours
    configuration.proxy = settings.proxy
    let configured = configuration
    return await withCheckedContinuation { continuation in
      let holder = Lock<Engine<DocumentWork>?>(nil)
      let engine = Engine(configured) {
        DocumentWork(urls, settings.timeout, limit: limit, deadline: .now + time) { documents in
          holder.withLock { $0 = nil }
          continuation.resume(returning: documents)
        }
      }
      holder.withLock { $0 = engine }
      engine.post(())
    }
  }
}

/// The loop's part of it.
private struct DocumentWork: LoopWork {
  private let urls: [String]
  private let timeout: Duration
  private let limit: Int
  private let deadline: ContinuousClock.Instant
  private let onEnd: @Sendable ([[UInt8]?]) -> Void
  private var documents: [[UInt8]?]
  private var sinks: [Int: DocumentSink] = [:]
  private var next = 0
  private var failures = 0
  private var isBegun = false
  private var isEnded = false

  init(
    _ urls: [String], _ timeout: Duration, limit: Int, deadline: ContinuousClock.Instant,
    onEnd: @escaping @Sendable ([[UInt8]?]) -> Void
  ) {
    self.urls = urls
    self.timeout = timeout
    self.limit = limit
    self.deadline = deadline
    self.onEnd = onEnd
    documents = Array(repeating: nil, count: urls.count)
  }

  mutating func receive(_ message: Void, on core: inout Core) { isBegun = true }

  mutating func complete(_ id: Int, _ reply: Reply, on core: inout Core) {
    let sink = sinks.removeValue(forKey: id)
    guard let status = reply.status, (200..<300).contains(status), let sink else {
      failures += 1
      // A site that asks for quiet gets it.
      if reply.status == 429 || reply.status == 503 { failures = .max }
      return
    }
    if case .complete = reply.body { documents[id] = sink.bytes }
  }

  mutating func turn(on core: inout Core) -> ContinuousClock.Instant? {
    guard isBegun, !isEnded else { return nil }
    let isLate = deadline <= core.now
    if isLate || failures >= 3 { next = urls.count }
    while next < urls.count, sinks.count < 2 {
      var request = Request(url: urls[next])
      request.method = .get
      request.fields = ["Accept: application/json"]
      request.patience.total = timeout
      let sink = DocumentSink(limit: limit)
      request.sink = sink
      if core.start(request, id: next) { sinks[next] = sink }
      next += 1
    }
    if isLate { core.abandonAll() }
    if isLate || next == urls.count && sinks.isEmpty {
      isEnded = true
      onEnd(documents)
      return nil
    }
    return deadline
  }
}
