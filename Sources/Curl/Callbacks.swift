internal import CCurl
internal import Glibc

/// What libcurl calls during a transfer.
enum Callbacks {
  static let write: ccurl_data_callback = { bytes, size, count, owner in
    guard let bytes, let transfer = Transfer.at(owner) else { return 0 }
    return transfer.take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
      ? size * count : 0
  }

  static let header: ccurl_data_callback = { bytes, size, count, owner in
    guard let bytes, let transfer = Transfer.at(owner) else { return 0 }
    return transfer.take(line: UnsafeRawBufferPointer(start: bytes, count: size * count))
      ? size * count : 0
  }

  static let openSocket: ccurl_socket_callback = { owner, _, address in
    guard let transfer = Transfer.at(owner) else { return -1 }
    return transfer.openSocket(to: address)
  }

  static let ready: ccurl_ready_callback = { owner, peer, _, port, ownPort in
    guard let transfer = Transfer.at(owner), let peer else { return CURL_PREREQFUNC_ABORT }
    // A connection that was reset already has no address any more; libcurl then gives an empty one.
    guard peer.pointee != 0 else {
      transfer.stop = .noPeer
      return CURL_PREREQFUNC_ABORT
    }
    let endpoint = Endpoint(text: peer, port: UInt16(truncatingIfNeeded: port))
    return transfer.mayAsk(endpoint, from: ownPort) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
  }
}

extension Transfer {
  static func at(_ owner: UnsafeMutableRawPointer?) -> Transfer? {
    owner.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  fileprivate func take(line: UnsafeRawBufferPointer) -> Bool {
    head.read(line, keeping: names)
    if head.bytes > headLimit {
      stop = .headTooLarge
      return false
    }
    if head.isUpgrade {
      stop = .upgrade
      return false
    }
    return true
  }

  fileprivate func take(body: UnsafeRawBufferPointer) -> Bool {
    guard let sink = request.sink else {
      stop = .noBodyWanted
      return false
    }
    if !hasBegunBody {
      hasBegunBody = true
      guard sink.begin(status: head.status ?? 0, fields: head.fields) else {
        stop = .sinkIsFull
        return false
      }
    }
    let taken = body.prefix(bodyLimit - bodyBytes)
    bodyBytes += taken.count
    guard sink.receive(UnsafeRawBufferPointer(rebasing: taken).bytes) else {
      stop = .sinkIsFull
      return false
    }
    if taken.count < body.count {
      stop = .bodyTooLong
      return false
    }
    return true
  }

  fileprivate func openSocket(to address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    // `pointee.addr` would copy a sockaddr, 16 bytes, and cut an IPv6 address in two.
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return -1 }
    let bytes = UnsafeRawBufferPointer(
      start: UnsafeRawPointer(address) + offset, count: Int(address.pointee.addrlen))
    let endpoint = Endpoint(reading: bytes, family: address.pointee.family)
    guard isAllowed(endpoint) else {
      refused.append(endpoint)
      return -1
    }
    hasOpenedSocket = true
    let opened = socket(
      address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
      address.pointee.protocol)
    if opened < 0 { socketError = errno } else { self.opened.append(opened) }
    return opened
  }

  fileprivate func mayAsk(_ endpoint: Endpoint, from ownPort: Int32) -> Bool {
    guard isAllowed(endpoint) else {
      refused.append(endpoint)
      stop = .refusedAddress
      return false
    }
    isReady = true
    peer = endpoint
    let connection = SocketTable.Connection(peer: endpoint, ownPort: ownPort)
    self.connection = connection
    if hasOpenedSocket {
      table.note(connection, among: opened)
      receivedBefore = 0
    }
    return true
  }
}
