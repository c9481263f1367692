/// How one host is asked; none is as all are.
package struct HostLimits: Hashable, Sendable {
  package var rate: HostRate?
  /// Requests at a time.
  package var connections: Int?
  /// One request.
  package var timeout: Duration?

  package init(rate: HostRate? = nil, connections: Int? = nil, timeout: Duration? = nil) {
    self.rate = rate
    self.connections = connections
    self.timeout = timeout
  }
}
