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
      ("hops", ["\(maxHops)"]),
      ("detours", detours),
      ("authorities", authorities.map { [$0] } ?? []),
      ("ports", addressGuard.ports.sorted().map { "\($0)" }),
      ("allowed", guardText),
      ("accepted", ["\(accepted)"]),
      ("method", [asksWithGET ? "GET" : "HEAD"]),
      ("hosts", hostTexts),
      ("origins", origins.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value.marks }),
      ("insecure", insecureHosts.sorted()),
      ("proxy", proxy.map { [$0] } ?? []),
      ("remap", remap?.texts ?? []),
      ("robots", [heedsRobots ? "heeded" : "not asked for"]),
      ("exclusion", exclusion?.texts ?? []),
    ]
    return parts.map { name, values in
      ([name] + values.map { "\($0.utf8.count) \($0)" }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private var hostTexts: [String] {
    hosts.sorted { $0.key < $1.key }.flatMap { name, limits -> [String] in
      guard limits.asksWithGET != nil || limits.accepted != nil else { return [] }
      let method = limits.asksWithGET.map { $0 ? "GET" : "HEAD" } ?? ""
      return [name, method, limits.accepted.map { "\($0)" } ?? ""]
    }
  }
}

extension OriginSettings {
  /// What tells these settings from others.
  fileprivate var marks: [String] {
    names + [certificate ?? "", key ?? ""] + fields.map { "\(Self.mark($0))" }
  }

  /// Sixteen bits of a secret: enough to see that it has changed, too few to find it by, since
  /// digests of policies stand in exports. FNV-1a, folded.
  private static func mark(_ secret: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in secret.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash >> 16 ^ hash & 0xFFFF
  }
}
