internal import CCurl
internal import Glibc

/// All state of libcurl, owned by the loop: nothing outside can reach it.
package struct Core: ~Copyable {
  /// The time at the beginning of this turn.
  package private(set) var now = ContinuousClock.now
  /// How many requests are under way.
  package var inFlight: Int { running.count + waitingForName.count }

  let multi: UnsafeMutableRawPointer
  private let configuration: Configuration
  private let asker: NameAsker
  private var running: [Transfer] = []
  private var idle: [Transfer] = []
  private var waitingForName: [Int: Reply] = [:]
  private let table = SocketTable()
  /// When the connections were looked at last.
  private var looked = ContinuousClock.now
  /// How many requests ended in the last turn.
  private var lately = 0

  init?(_ configuration: Configuration, asker: NameAsker) {
    Runtime.prepare()
    guard let multi = curl_multi_init() else { return nil }
    self.multi = multi
    self.configuration = configuration
    self.asker = asker
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.keptConnections)
    ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
  }

  deinit {
    for transfer in running { curl_multi_remove_handle(multi, transfer.handle.pointer) }
    curl_multi_cleanup(multi)
  }

  /// Starts a request.
  /// - Returns: whether it runs; if not, memory or handles are out.
  package mutating func start(_ request: Request, id: Int) -> Bool {
    guard let transfer = idle.popLast() ?? Transfer(configuration, table) else { return false }
    transfer.prepare(request, id: id)
    guard curl_multi_add_handle(multi, transfer.handle.pointer) == CURLM_OK else { return false }
    transfer.slot = running.count
    running.append(transfer)
    return true
  }

  /// Drops every request under way; no reply will come.
  package mutating func abandonAll() {
    for transfer in running {
      curl_multi_remove_handle(multi, transfer.handle.pointer)
      transfer.forgetRequest()
    }
    // Their connections are closed with them, not kept: an answer may be half read.
    running.removeAll()
    waitingForName.removeAll()
  }

  mutating func readClock() { now = .now }

  /// Moves bytes, and hands out what is finished.
  mutating func perform() -> [(id: Int, reply: Reply)] {
    var left: Int32 = 0
    curl_multi_perform(multi, &left)
    lately = running.count - Int(left)
    var finished: [(id: Int, reply: Reply)] = []
    if looked.duration(to: now) >= .milliseconds(250) {
      looked = now
      finished = endFloods()
    }
    guard Int(left) < running.count else { return finished }
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE,
        let handle = ccurl_message_handle(message), let transfer = transfer(of: handle)
      else { continue }
      let reply = transfer.reply(ccurl_message_result(message))
      curl_multi_remove_handle(multi, handle)
      if reply.failure == .name(.tryAgain) {
        waitingForName[transfer.id] = reply
        asker.ask(Self.host(transfer.request.url), id: transfer.id)
      } else {
        finished.append((transfer.id, reply))
      }
      retire(transfer)
    }
    return finished
  }

  /// Ends the requests over whose connections more comes than an answer can need.
  private mutating func endFloods() -> [(id: Int, reply: Reply)] {
    let limit = UInt64(configuration.floodLimit)
    return running.filter { $0.isFlooded(over: limit) }.map { transfer in
      transfer.stop = .flood
      let reply = transfer.reply(CURLE_ABORTED_BY_CALLBACK)
      curl_multi_remove_handle(multi, transfer.handle.pointer)
      retire(transfer)
      return (transfer.id, reply)
    }
  }

  /// The reply that waited to know why its name has no address.
  mutating func reply(_ id: Int, _ answer: TransferFailure.NameAnswer) -> Reply? {
    guard var reply = waitingForName.removeValue(forKey: id) else { return nil }
    reply.failure = .name(answer)
    return reply
  }

  /// Waits for sockets, for mail, or until the given time.
  func wait(until due: ContinuousClock.Instant?) {
    // Every turn costs by the sockets under way. Where few of many were ready, a short rest gathers
    // events that would have a turn each; where many were, it would only cost time.
    if running.count > 50, lately < running.count / 8 { usleep(1_000) }
    var milliseconds: Int32 = 60_000
    if let due {
      let wait = now.duration(to: due)
      milliseconds = wait <= .zero ? 0 : Int32(min(60_000, wait.milliseconds))
    }
    var ready: Int32 = 0
    curl_multi_poll(multi, nil, 0, milliseconds, &ready)
  }

  private mutating func retire(_ transfer: Transfer) {
    transfer.forgetRequest()
    if let last = running.popLast(), last !== transfer {
      last.slot = transfer.slot
      running[transfer.slot] = last
    }
    if idle.count < 256 { idle.append(transfer) }
  }

  private func transfer(of handle: UnsafeMutableRawPointer) -> Transfer? {
    var owner: UnsafeMutableRawPointer?
    ccurl_get_pointer(handle, CURLINFO_PRIVATE, &owner)
    return Transfer.at(owner)
  }

  /// The host of an encoded URL without userinfo.
  private static func host(_ url: String) -> String {
    let bytes = Array(url.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    let rest = bytes[colon...].drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    return String(decoding: rest.prefix { !"/:?#".utf8.contains($0) }, as: UTF8.self)
  }
}
