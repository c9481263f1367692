extension Facts {
  /// The facts as the store keeps them, line by line; empty where they are too long to be kept.
  package var lines: [String] {
    (FactsText.text(of: self) ?? "").utf8.split(separator: UInt8(ascii: "\n")).map {
      String(Substring($0))
    }
  }

  /// The facts of such lines; none if any is not as our own hand writes it.
  package init?(lines: [String]) {
    guard !lines.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }),
      let facts = FactsReader.facts(in: lines.map { $0 + "\n" }.joined())
    else { return nil }
    self = facts
  }
}
