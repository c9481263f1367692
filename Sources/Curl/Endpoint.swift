// Clang counts socket types to the first module that includes them.
internal import CCurl
internal import Glibc

/// An address and a port that a socket is to be connected to.
package struct Endpoint: Hashable, Sendable {
  /// The address, without the port.
  package let address: Address
  /// The port, in host order.
  package let port: UInt16

  /// An endpoint from its parts.
  package init(_ address: Address, port: UInt16) {
    self.address = address
    self.port = port
  }

  /// The bytes of an address in network order.
  package enum Address: Hashable, Sendable {
    /// Four bytes.
    case v4(UInt32)
    /// Sixteen bytes as two halves, and the scope id.
    case v6(UInt64, UInt64, scope: UInt32)
    /// A family that is neither.
    case other(family: Int32)
  }

  /// Reads a socket address; `bytes` covers the whole structure.
  init(reading bytes: UnsafeRawBufferPointer, family: Int32) {
    switch family {
    case AF_INET where bytes.count >= MemoryLayout<sockaddr_in>.size:
      let socket = bytes.loadUnaligned(as: sockaddr_in.self)
      self.init(
        .v4(UInt32(bigEndian: socket.sin_addr.s_addr)), port: UInt16(bigEndian: socket.sin_port))
    case AF_INET6 where bytes.count >= MemoryLayout<sockaddr_in6>.size:
      let socket = bytes.loadUnaligned(as: sockaddr_in6.self)
      self.init(
        Self.address(socket.sin6_addr, scope: socket.sin6_scope_id),
        port: UInt16(bigEndian: socket.sin6_port))
    default: self.init(.other(family: family), port: 0)
    }
  }

  /// Reads an address as libcurl writes it.
  init(text: UnsafePointer<CChar>, port: UInt16) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(.v4(UInt32(bigEndian: four.s_addr)), port: port)
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      self.init(Self.address(six, scope: 0), port: port)
    } else {
      self.init(.other(family: AF_UNSPEC), port: port)
    }
  }

  private static func address(_ six: in6_addr, scope: UInt32) -> Address {
    withUnsafeBytes(of: six) { bytes in
      .v6(
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)), scope: scope)
    }
  }
}

extension Endpoint.Address: CustomStringConvertible {
  /// The address as inet_ntop writes it, with a scope id if there is one.
  package var description: String {
    switch self {
    case .v4(let bits):
      return [24, 16, 8, 0].map { String(bits >> $0 & 0xFF) }.joined(separator: ".")
    case .v6(let high, let low, let scope):
      let bytes = [high, low].flatMap { half in
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: half >> (UInt64($0) * 8)) }
      }
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      _ = bytes.withUnsafeBytes { source in
        inet_ntop(AF_INET6, source.baseAddress, &text, socklen_t(INET6_ADDRSTRLEN))
      }
      let plain = String(
        decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      return scope == 0 ? plain : "\(plain)%\(scope)"
    case .other(let family): return "family \(family)"
    }
  }
}

extension Endpoint: CustomStringConvertible {
  /// Address and port; IPv6 in brackets.
  package var description: String {
    if case .v6 = address { return "[\(address)]:\(port)" }
    return "\(address):\(port)"
  }
}
