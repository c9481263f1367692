import Model

extension Repair {
  /// The most edits of one text: more are one edit of the whole.
  private static let most = 1_000

  private static func text(
    _ text: [UInt8], with parts: [(range: Range<Int>, text: String)]
  ) -> [UInt8] {
    var changed: [UInt8] = []
    var position = 0
    for part in parts {
      changed += text[position..<part.range.lowerBound]
      changed += part.text.utf8
      position = part.range.upperBound
    }
    return changed + text[position...]
  }

  /// The edits of the source; none where the source cannot be edited with certainty.
  func suggestion(_ safety: Suggestion.Safety, for subject: Subject) -> Suggestion? {
    let document = subject.document
    func edit(_ range: Range<Int>, _ text: some Sequence<UInt8>) -> Edit {
      Edit(span: document.span(of: range), replacement: JSONEscaping.escaped(text))
    }
    var edits: [Edit] = []
    switch change {
    case .text(let text):
      let whole = 0..<subject.utf8.count
      guard let range = subject.sourceRange(ofDecoded: whole) else { return nil }
      edits = [edit(range, text)]
    case .parts(let parts) where parts.count > Self.most:
      let whole = 0..<subject.utf8.count
      guard let range = subject.sourceRange(ofDecoded: whole) else { return nil }
      edits = [edit(range, Self.text(subject.utf8, with: parts))]
    case .parts(let parts):
      guard let ranges = subject.sourceRanges(ofDecoded: parts.map(\.range)) else { return nil }
      edits = zip(ranges, parts).map { edit($0, $1.text.utf8) }
    case .removal(let range): edits = [edit(range, [])]
    case .key(let member, let name):
      let range = member.key.range
      edits = [edit(range.lowerBound + 1..<range.upperBound - 1, name.utf8)]
    }
    return Suggestion(message: message, safety: safety, edits: edits)
  }
}
