import Model

/// Edits of one text, none of which touches another.
struct TextEdits {
  /// By place.
  private var edits: [(range: Range<Int>, text: [UInt8])] = []

  init() {}

  /// Adds all edits of a suggestion, or none when one of them touches another edit.
  mutating func add(_ suggestion: [Edit]) -> Bool {
    let new = suggestion.map { edit in
      (
        range: edit.span.start.offset..<max(edit.span.start.offset, edit.span.end.offset),
        text: Array(edit.replacement.utf8)
      )
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (edit, next) in zip(new, new.dropFirst())
    where edit.range.upperBound > next.range.lowerBound { return false }
    for edit in new {
      let position = position(of: edit.range.lowerBound)
      if position > 0, edits[position - 1].range.upperBound >= edit.range.lowerBound {
        return false
      }
      if position < edits.count, edits[position].range.lowerBound <= edit.range.upperBound {
        return false
      }
    }
    for edit in new { edits.insert(edit, at: position(of: edit.range.lowerBound)) }
    return true
  }

  /// The text with the edits; none when it is not as long as it must be.
  func applied(to text: [UInt8]) -> [UInt8]? {
    guard edits.last.map({ $0.range.upperBound <= text.count }) ?? true else { return nil }
    var edited: [UInt8] = []
    edited.reserveCapacity(text.count)
    var position = 0
    for edit in edits {
      edited += text[position..<edit.range.lowerBound]
      edited += edit.text
      position = edit.range.upperBound
    }
    return edited + text[position...]
  }

  /// The position of the first edit that starts there or later. Most come in order.
  private func position(of offset: Int) -> Int {
    var position = edits.count
    while position > 0, edits[position - 1].range.lowerBound >= offset { position -= 1 }
    return position
  }
}
