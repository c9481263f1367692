// Clang counts socket types to the first module that includes them.
internal import CCurl
internal import Glibc

/// The sockets of an engine's connections: libcurl does not tell which one a kept connection has.
///
/// A class, because every transfer of the engine adds to it. Lives on the loop's thread.
final class SocketTable {
  private var sockets: [Connection: Int32] = [:]
  private var connections: [Int32: Connection] = [:]

  /// A connection by its two ends.
  struct Connection: Hashable {
    let peer: Endpoint
    let ownPort: Int32
  }

  /// Notes which of the sockets the connection has. Where a socket was closed, its number may have
  /// been another connection's before.
  func note(_ connection: Connection, among opened: [Int32]) {
    guard let socket = opened.last(where: { Self.port(of: $0) == connection.ownPort }) else {
      return
    }
    if let former = connections.updateValue(connection, forKey: socket), former != connection {
      sockets[former] = nil
    }
    sockets[connection] = socket
  }

  /// What has come over a connection so far, in bytes; nil where it is not known.
  func received(over connection: Connection) -> UInt64? {
    sockets[connection].map { ccurl_bytes_received($0) }
  }

  private static func port(of socket: Int32) -> Int32? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutableBytes(of: &address) { bytes in
      guard let start = bytes.baseAddress,
        getsockname(socket, start.assumingMemoryBound(to: sockaddr.self), &length) == 0
      else { return nil }
      // sockaddr_in and sockaddr_in6 both have the port in their third and fourth byte.
      return Int32(bytes[2]) << 8 | Int32(bytes[3])
    }
  }
}
