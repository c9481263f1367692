import Standards
import YAML

extension HostSettings {
  /// Reads an entry of `hosts`: its name in lower case and ASCII, and what differs there.
  static func named(
    _ entry: YAMLEntry, in hosts: SettingsMapping
  ) throws(SettingsError) -> (name: String, settings: HostSettings) {
    let isName = entry.key.utf8.allSatisfy { !"/?#@*\\".utf8.contains($0) && $0 > 0x20 }
    guard isName, let url = try? WebURL("https://\(entry.key)/"), let host = url.hostText else {
      throw SettingsError(
        at: hosts.place(entry.mark),
        .wrongType(key: "hosts", expected: "host names, such as 'slow.example'"))
    }
    let mapping = try SettingsMapping(
      entry.value, named: entry.key, in: hosts.file, known: SettingsKeys.host)
    typealias Limits = LinkSettings.Limits
    let settings = HostSettings(
      rate: try mapping.rate("rate"),
      connections: try mapping.count("connections", in: 1...Limits.hostConnections),
      timeout: try mapping.duration("timeout", atMost: Limits.timeout),
      accept: try mapping.statuses("accept"), method: try mapping.method("method"),
      place: hosts.place(entry.mark))
    return (url.port.map { "\(host):\($0)" } ?? host, settings)
  }
}

extension SettingsMapping {
  /// Requests a second, at most as many as the program begins with.
  func rate(_ key: String) throws(SettingsError) -> Placed<Double>? {
    guard let node = self[key] else { return nil }
    guard let text = node.text, let rate = Double(text), rate > 0, rate.isFinite else {
      throw wrongType(node, key, "requests a second, such as '5' or '0.5'")
    }
    let limit = LinkSettings.Limits.rate
    guard rate <= limit else {
      throw SettingsError(
        at: place(node.mark),
        .overLimit(key: key, limit: "\(Int(limit))", option: "--rate"))
    }
    return placed(rate, node)
  }
}
