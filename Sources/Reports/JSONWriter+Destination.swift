import Model

extension JSONWriter {
  /// `target` and `fragment`; both null for an address that is not probed, then `reason`.
  mutating func destination(_ destination: Destination) {
    switch destination {
    case .target(let target, let fragment):
      member("target", Redaction.url(target.url))
      member("fragment", fragment.map { Redaction.fragment($0.description) })
    case .unprobed(_, let reason):
      member("target", String?.none)
      member("fragment", String?.none)
      member("reason", reason.code)
    }
  }
}
