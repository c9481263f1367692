import Model
import Standards

/// The page names one canonical address, in full: the record's canonical_source or its url.
enum CanonicalCheck: PageCheck {
  static let aspect = PageAspect.canonical

  static func faults(of subject: PageSubject) -> [PageFault] {
    let expected = [subject.record.canonical, subject.record.url].compactMap { $0 }
    guard let field = expected.first else { return [] }
    let named = subject.page.texts(.canonical) + subject.page.texts(.linkCanonical)
    guard let first = named.first else {
      guard subject.isWhole else { return [] }
      let reason = "The page names no canonical address."
      return [subject.fault(aspect, at: field, values: [("reason", reason)])]
    }
    let identities = named.map { subject.resolved($0)?.identity ?? $0 }
    if let other = identities.firstIndex(where: { $0 != identities[0] }) {
      let reason = "The page names several canonical addresses."
      let both = "\(first)' and '\(named[other])"
      return [subject.fault(aspect, at: field, values: [("reason", reason), ("page", both)])]
    }
    if let relative = named.first(where: { (try? WebURL($0)) == nil }) {
      let reason = "The page's canonical address is not written in full."
      return [subject.fault(aspect, at: field, values: [("reason", reason), ("page", relative)])]
    }
    let own = Set(expected.compactMap { (try? WebURL($0.text))?.identity })
    guard !own.isEmpty, !own.contains(identities[0]) else { return [] }
    return [subject.fault(aspect, at: field, values: [("page", first)])]
  }
}
