package import Model

/// How one host is asked; none is as all are.
package struct HostLimits: Hashable, Sendable {
  package var rate: HostRate?
  /// Requests at a time.
  package var connections: Int?
  /// One request.
  package var timeout: Duration?
  /// Whether GET is asked at once.
  package var asksWithGET: Bool?
  /// Statuses that count as alive beside those that do everywhere.
  package var accepted: StatusRanges?

  package init(
    rate: HostRate? = nil, connections: Int? = nil, timeout: Duration? = nil,
    asksWithGET: Bool? = nil, accepted: StatusRanges? = nil
  ) {
    self.rate = rate
    self.connections = connections
    self.timeout = timeout
    self.asksWithGET = asksWithGET
    self.accepted = accepted
  }
}
