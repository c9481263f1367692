import Model
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
    package static let retries = 2
    static let maxAge: [Verdict: Duration] = [
      .alive: .seconds(30 * 86_400), .moved: .seconds(30 * 86_400), .dead: .seconds(86_400),
    ]
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
    rate = try mapping.rate("rate") ?? rate
    if let node = mapping["user-agent"] {
      let text = try mapping.statement(of: node, key: "user-agent")
      // What a header field may hold. RFC 9110, section 5.5.
      guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        throw mapping.wrongType(node, "user-agent", "a text of printable ASCII")
      }
      userAgent = mapping.placed(text, node)
    }
    retries = try mapping.count("retries", in: 0...Limits.retries) ?? retries
    accept = try mapping.statuses("accept") ?? accept
    method = try mapping.method("method") ?? method
    robots = try mapping.flag("robots") ?? robots
    if let node = mapping["max-age"] { try takeAges(node, file: file) }
    if mapping["remap"] != nil { remap += try Self.remaps(mapping) }
    exclude += try Self.patterns("exclude", mapping)
    include += try Self.patterns("include", mapping)
  }

  private static func patterns(
    _ key: String, _ mapping: SettingsMapping
  ) throws(SettingsError) -> [Placed<LinkPattern>] {
    var patterns: [Placed<LinkPattern>] = []
    for (text, node) in try mapping.statements(key) {
      do throws(PatternFault) {
        patterns.append(mapping.placed(try LinkPattern(text, budget: .ofFile), node))
      } catch {
        throw mapping.fault(
          error, of: text, node, key,
          "hosts, addresses and expressions, such as '*.archive.example', "
            + "'https://a.example/old/*' or '/[.]pdf$/'")
      }
    }
    try mapping.check(patterns.count { $0.value.isExpression }, of: key)
    return patterns
  }

  private static func remaps(
    _ mapping: SettingsMapping
  ) throws(SettingsError) -> [Placed<Remap>] {
    var remaps: [Placed<Remap>] = []
    for (text, node) in try mapping.statements("remap") {
      do throws(PatternFault) {
        remaps.append(mapping.placed(try Remap(text, budget: .ofFile), node))
      } catch {
        throw mapping.fault(
          error, of: text, node, "remap",
          "an expression and its replacement, such as "
            + "'^https://news[.]example/ https://next.news.example/'")
      }
    }
    try mapping.check(remaps.count, of: "remap")
    return remaps
  }

  private mutating func takeAges(_ node: YAMLNode, file: String) throws(SettingsError) {
    let ages = try SettingsMapping(node, named: "max-age", in: file, known: SettingsKeys.maxAge)
    for entry in ages.entries {
      guard let verdict = Verdict(rawValue: entry.key) else { continue }
      maxAge[verdict] = try ages.duration(
        entry.key, atMost: Limits.maxAge[verdict], option: "--max-age")
    }
  }
}

extension SettingsMapping {
  /// Statuses, as a list or in one text.
  func statuses(_ key: String) throws(SettingsError) -> Placed<StatusRanges>? {
    guard let list = self[key] else { return nil }
    var all = StatusRanges()
    for (text, node) in try statements(key) {
      guard let ranges = StatusRanges(text) else {
        throw wrongType(node, key, "statuses, such as '403' or '200..299'")
      }
      all.formUnion(ranges)
    }
    return placed(all, list)
  }

  func method(_ key: String) throws(SettingsError) -> Placed<LinkMethod>? {
    guard let node = self[key] else { return nil }
    return placed(try choice(of: node, key: key), node)
  }

  func flag(_ key: String) throws(SettingsError) -> Placed<Bool>? {
    guard let node = self[key] else { return nil }
    return placed(try flag(of: node, key: key), node)
  }

  fileprivate func fault(
    _ fault: PatternFault, of text: String, _ node: YAMLNode, _ key: String, _ expected: String
  ) -> SettingsError {
    guard let reason = fault.reason else { return wrongType(node, key, expected) }
    return SettingsError(at: place(node.mark), .badPattern(text, reason: reason))
  }

  /// Refuses more expressions than a file may have.
  fileprivate func check(_ count: Int, of key: String) throws(SettingsError) {
    guard count > PatternBudget.countInFile, let node = self[key] else { return }
    throw SettingsError(
      at: place(node.mark),
      .overLimit(
        key: key, limit: "\(PatternBudget.countInFile) expressions", option: "--\(key)"))
  }
}
