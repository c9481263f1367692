internal import Model

/// Facts as lines of text, each a word and a value; what cannot be told apart is not kept.
///
/// ```
/// answered 200
/// type text/html
/// hop 301 https://a.example/new
/// found intro
/// unsure menu<TAB>the page builds its content by script
/// page html
/// fact title Tide tables
/// by GET<TAB>203.0.113.5:443<TAB>2<TAB>1
/// ```
enum FactsText {
  /// The longest text that is kept, addresses apart.
  static let longest = 1_024
  /// The longest address.
  static let longestAddress = 8_000
  /// The longest text of one outcome.
  static let longestFacts = 65_536

  /// Whether a text can stand in a line: short, without control characters.
  static func isKept(_ text: String) -> Bool {
    text.utf8.count <= longest && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  /// Whether a text is an address as redirects have them: http or https, graphic ASCII.
  static func isAddress(_ text: String) -> Bool {
    text.utf8.count <= longestAddress && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && (text.utf8.starts(with: "http://".utf8) || text.utf8.starts(with: "https://".utf8))
  }

  /// Validators that can be sent back as they came.
  static func kept(_ validators: Validators) -> Validators? {
    func kept(_ text: String?) -> String? {
      text.flatMap { text in
        text.utf8.count <= 256 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : nil
      }
    }
    return Validators(
      entityTag: kept(validators.entityTag), lastModified: kept(validators.lastModified))
  }

  /// The lines; none where they would be too long.
  static func text(of facts: Facts) -> String? {
    var text = ""
    func line(_ word: String, _ value: String) { text += "\(word) \(value)\n" }
    switch facts.event {
    case .answered(let answer):
      line("answered", String(answer.status))
      if let type = answer.contentType { line("type", type) }
      if let vendor = answer.botWall { line("wall", vendor) }
      if let tag = answer.validators?.entityTag { line("etag", tag) }
      if let time = answer.validators?.lastModified { line("modified", time) }
      for hop in facts.hops { line("hop", "\(hop.status) \(hop.location)") }
      for fragment in facts.verified.sorted() {
        switch answer.fragments[fragment] {
        case .found: line("found", fragment.description)
        case .missing: line("missing", fragment.description)
        case .undecidable(let reason): line("unsure", "\(fragment)\t\(reason)")
        case nil: line("open", fragment.description)
        }
      }
      if let page = answer.page {
        line("page", page.form.rawValue)
        for fact in page.facts { line("fact", "\(fact.kind.rawValue) \(fact.text)") }
      }
    case .failed(let cause):
      line("failed", cause.code + (cause.phrase.map { "\t\($0)" } ?? ""))
      for hop in facts.hops { line("hop", "\(hop.status) \(hop.location)") }
    }
    let exchange = [facts.method, facts.address, facts.httpVersion].map { $0 ?? "-" }
    line("by", (exchange + [String(facts.attempts)]).joined(separator: "\t"))
    return text.utf8.count <= longestFacts ? text : nil
  }
}
