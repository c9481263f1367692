/// Facts of texts that came lately: most pages of one host have the same.
struct FactsMemo {
  /// By bytes, for texts of canonical equivalence are not the same facts.
  private var known: [[UInt8]: Facts] = [:]

  private static let most = 1_024

  /// See ``FactsReader/facts(in:)``.
  mutating func facts(in text: String) -> Facts? {
    let key = Array(text.utf8)
    if let facts = known[key] { return facts }
    guard let facts = FactsReader.facts(in: text) else { return nil }
    if known.count == Self.most { known.removeAll(keepingCapacity: true) }
    known[key] = facts
    return facts
  }
}
