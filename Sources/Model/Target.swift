/// An absolute, normalised URL without fragment: what is probed, once per run.
package struct Target: Hashable, Sendable {
  /// What is requested: the address as the author meant it, encoded. ASCII.
  package let url: String
  /// The normal form that makes two addresses the same target. ASCII.
  package let identity: String

  package init(url: String, identity: String) {
    self.url = url
    self.identity = identity
  }

  package static func == (left: Target, right: Target) -> Bool { left.identity == right.identity }

  package func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}

/// Where a link leads: a target and, if any, a fragment; or an address that is not probed.
package enum Destination: Hashable, Sendable {
  /// The fragment without `#`, as written; none where there is no `#`.
  case target(Target, fragment: Fragment?)
  case unprobed(Href, UncheckedReason)
}
