import YAML

extension LinkSettings {
  /// What may be asked for in a file: the program's defaults. More is the command line's right.
  package enum Limits {
    package static let timeout = Duration.seconds(30)
    package static let connectTimeout = Duration.seconds(10)
    package static let rate = 20.0
    package static let connections = 64
    package static let hostConnections = 6
    package static let maxRedirects = 10
  }

  /// Takes what one file says over what was there.
  mutating func take(_ node: YAMLNode, file: String) throws(SettingsError) {
    let mapping = try SettingsMapping(node, named: "links", in: file, known: SettingsKeys.links)
    timeout = try mapping.duration("timeout", atMost: Limits.timeout) ?? timeout
    connectTimeout =
      try mapping.duration("connect-timeout", atMost: Limits.connectTimeout) ?? connectTimeout
    maxTime = try mapping.duration("max-time") ?? maxTime
    connections = try mapping.count("connections", in: 1...Limits.connections) ?? connections
    hostConnections =
      try mapping.count("host-connections", in: 1...Limits.hostConnections) ?? hostConnections
    maxRedirects = try mapping.count("max-redirects", in: 0...Limits.maxRedirects) ?? maxRedirects
    if let node = mapping["rate"] { rate = try Self.rate(node, mapping) }
    if let node = mapping["user-agent"] {
      let text = try mapping.text(node, "user-agent")
      // What a header field may hold. RFC 9110, section 5.5.
      guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        throw mapping.wrongType(node, "user-agent", "a text of printable ASCII")
      }
      userAgent = mapping.placed(text, node)
    }
    exclude += try Self.patterns("exclude", mapping)
    include += try Self.patterns("include", mapping)
  }

  private static func rate(
    _ node: YAMLNode, _ mapping: SettingsMapping
  ) throws(SettingsError) -> Placed<Double> {
    guard let text = node.text, let rate = Double(text), rate > 0, rate.isFinite else {
      throw mapping.wrongType(node, "rate", "requests a second, such as '5' or '0.5'")
    }
    guard rate <= Limits.rate else {
      throw SettingsError(
        at: mapping.place(node.mark),
        .overLimit(key: "rate", limit: "\(Int(Limits.rate))", option: "--rate"))
    }
    return mapping.placed(rate, node)
  }

  private static func patterns(
    _ key: String, _ mapping: SettingsMapping
  ) throws(SettingsError) -> [Placed<LinkPattern>] {
    var patterns: [Placed<LinkPattern>] = []
    for (text, node) in try mapping.texts(key) {
      guard let pattern = LinkPattern(text) else {
        throw mapping.wrongType(
          node, key, "hosts and addresses, such as '*.archive.example' or 'https://a.example/old/*'"
        )
      }
      patterns.append(mapping.placed(pattern, node))
    }
    return patterns
  }
}
