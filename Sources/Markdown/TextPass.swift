/// Finds in plain text what md4c does not look for: bare autolinks, undefined references and
/// references to footnotes.
struct TextPass {
  private let text: UnsafeBufferPointer<UInt8>
  private let notes: [[UInt8]: Int]
  private let autolinker: Autolinker
  private(set) var autolinks: [MarkdownLink] = []
  private(set) var undefinedReferences: [UndefinedReference] = []
  private(set) var footnoteReferences: [FootnoteReference] = []
  /// The labels of `[^label]:` wherever it stands: in quotes and lists too, where no notes are read.
  private lazy var labelsWithColon = Set(
    text.indices.compactMap { start -> [UInt8]? in
      guard let label = FootnoteLabel.range(at: start, in: text, end: text.count),
        label.upperBound + 1 < text.count, text[label.upperBound + 1] == UInt8(ascii: ":")
      else { return nil }
      return Array(text[label])
    })
  /// The byte after the last autolink.
  private var cursor = 0

  /// `notes` are the labels of the text's footnotes.
  init(_ text: UnsafeBufferPointer<UInt8>, notes: [[UInt8]], hasTables: Bool) {
    self.text = text
    autolinker = Autolinker(text: text, endsAtPipe: hasTables)
    self.notes = Dictionary(
      notes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a run of text outside links; the runs come in source order.
  mutating func read(_ run: TextRun) {
    let range = run.range
    var position = max(range.lowerBound, cursor)
    while true {
      position = text.afterProse(position, to: range.upperBound)
      guard position < range.upperBound else { return }
      let link: MarkdownLink?
      switch text[position] {
      case UInt8(ascii: ":"): link = autolinker.webLink(colon: position, from: cursor)
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        link = autolinker.wwwLink(start: position, from: max(cursor, range.lowerBound))
      case UInt8(ascii: "@"):
        link = autolinker.mailLink(
          at: position, run: max(cursor, range.lowerBound)..<range.upperBound)
      case UInt8(ascii: "["):
        link = nil
        if let note = footnote(at: position, end: range.upperBound) {
          footnoteReferences.append(note)
          position = note.range.upperBound
          continue
        }
        if let reference = undefinedFootnote(at: position, end: range.upperBound) {
          undefinedReferences.append(reference)
        }
      case UInt8(ascii: "]"):
        link = nil
        if let reference = undefinedReference(close: position, end: range.upperBound) {
          undefinedReferences.append(reference)
          position = reference.range.upperBound - 1
        }
      default: link = nil
      }
      if let link {
        autolinks.append(link)
        cursor = link.range.upperBound
        position = cursor
      } else {
        position += 1
      }
    }
  }

  private func footnote(at start: Int, end: Int) -> FootnoteReference? {
    guard !notes.isEmpty, let label = FootnoteLabel.range(at: start, in: text, end: end),
      let note = notes[Array(text[label])]
    else { return nil }
    return FootnoteReference(range: start..<label.upperBound + 1, footnote: note)
  }

  /// A reference to a footnote that is not there: a number or, where the text has footnotes, a word.
  /// `[^a-z]` belongs to a pattern.
  private mutating func undefinedFootnote(at start: Int, end: Int) -> UndefinedReference? {
    guard let label = FootnoteLabel.range(at: start, in: text, end: end),
      start == 0 || text[start - 1] != UInt8(ascii: "\\")
    else { return nil }
    let isNumber = label.count <= 3 && text[label].allSatisfy(\.isDigit)
    let isWord = text[label].allSatisfy(\.isAlphanumeric)
    guard isNumber || (isWord && !notes.isEmpty), !labelsWithColon.contains(Array(text[label]))
    else { return nil }
    return UndefinedReference(
      range: start..<label.upperBound + 1, label: label.lowerBound - 1..<label.upperBound,
      isCollapsed: false)
  }

  /// The full or collapsed reference whose first bracket pair closes there.
  private func undefinedReference(close: Int, end: Int) -> UndefinedReference? {
    guard close + 2 < end, text[close + 1] == UInt8(ascii: "[") else { return nil }
    let reader = SpanReader(text: text, quoteDepth: 0)
    guard let label = reader.label(at: close + 1), label.upperBound < end,
      let open = opening(before: close)
    else { return nil }
    let isCollapsed = label.isEmpty
    let name = isCollapsed ? open + 1..<close : label
    guard text[name].contains(where: { !$0.isWhitespace }),
      text[name.lowerBound] != UInt8(ascii: "^")
    else { return nil }
    return UndefinedReference(
      range: open..<label.upperBound + 1, label: name, isCollapsed: isCollapsed)
  }

  /// The `[` that a `]` closes, in the same paragraph and at most 999 bytes before.
  private func opening(before close: Int) -> Int? {
    var depth = 0
    var position = close - 1
    let limit = max(0, close - 999)
    while position >= limit {
      let byte = text[position]
      let isEscaped = position > 0 && text[position - 1] == UInt8(ascii: "\\")
      if byte == UInt8(ascii: "]"), !isEscaped {
        depth += 1
      } else if byte == UInt8(ascii: "["), !isEscaped {
        if depth == 0 { return position }
        depth -= 1
      } else if byte == 0x0A, position > 0, text[position - 1].isLineEnd {
        return nil
      }
      position -= 1
    }
    return nil
  }
}
