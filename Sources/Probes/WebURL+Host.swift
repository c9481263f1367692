internal import Standards

extension WebURL {
  /// What counts as one host to be polite to: a name on the web's own ports; else the name or the
  /// address with its port.
  var politeHost: String {
    let host = hostText ?? scheme
    return port.map { "\(host):\($0)" } ?? host
  }

  /// Whether the host is a name, not an address.
  var isNamed: Bool {
    if case .domain = host { return true }
    return false
  }
}
