extension ProbeSettings {
  /// All settings that change what is learnt of a target, as text: equal settings, equal text.
  ///
  /// How fast and how long is asked is not among them: it makes answers come or not, and what did
  /// not come is asked again.
  package var policy: String {
    let guardText =
      addressGuard.allowsPrivate
      ? ["every address"] : addressGuard.exemptions.map { "\($0)" }.sorted()
    let parts: [(name: String, values: [String])] = [
      ("agent", [userAgent]),
      ("fields", fields),
      ("hops", ["\(maxHops)"]),
      ("detours", detours),
      ("authorities", authorities.map { [$0] } ?? []),
      ("ports", addressGuard.ports.sorted().map { "\($0)" }),
      ("allowed", guardText),
    ]
    return parts.map { name, values in
      ([name] + values.map { "\($0.utf8.count) \($0)" }).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
