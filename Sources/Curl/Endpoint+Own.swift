// Clang counts sockaddr to the first module that includes it.
internal import CCurl
internal import Glibc

extension Endpoint {
  /// The addresses of this machine's interfaces, without their scopes.
  package static func ownAddresses() -> Set<Address> {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var addresses: Set<Address> = []
    var next = first
    while let interface = next {
      next = interface.pointee.ifa_next
      guard let address = interface.pointee.ifa_addr else { continue }
      let family = Int32(address.pointee.sa_family)
      let size =
        switch family {
        case AF_INET: MemoryLayout<sockaddr_in>.size
        case AF_INET6: MemoryLayout<sockaddr_in6>.size
        default: 0
        }
      guard size > 0 else { continue }
      let endpoint = Endpoint(
        reading: UnsafeRawBufferPointer(start: address, count: size), family: family)
      addresses.insert(endpoint.address.withoutScope)
    }
    return addresses
  }
}

extension Endpoint.Address {
  /// The same address, whatever the link.
  fileprivate var withoutScope: Self {
    if case .v6(let high, let low, _) = self { return .v6(high, low, scope: 0) }
    return self
  }
}
