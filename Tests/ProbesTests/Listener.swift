import Foundation
import Glibc

/// A server that answers 200 to everything, from when it is made until its holder is gone.
final class Listener: Sendable {
  private let descriptor: Int32

  struct NotStarted: Error {}

  init(port: Int) throws {
    descriptor = try Self.bound(to: port)
    guard listen(descriptor, 64) == 0 else { throw NotStarted() }
    let descriptor = descriptor
    Foundation.Thread.detachNewThread { Self.serve(descriptor) }
  }

  // Accepting ends with an error.
  deinit { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// A port that nobody listens on.
  static func freePort() throws -> Int {
    let descriptor = try bound(to: 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isKnown = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isKnown else { throw NotStarted() }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func bound(to port: Int) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      throw NotStarted()
    }
    return descriptor
  }

  private static func serve(_ descriptor: Int32) {
    let answer = Array(
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    var request = [UInt8](repeating: 0, count: 4_096)
    while true {
      let connection = accept(descriptor, nil, nil)
      if connection < 0 { break }
      if recv(connection, &request, request.count, 0) > 0 {
        _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
      }
      close(connection)
    }
    close(descriptor)
  }
}
