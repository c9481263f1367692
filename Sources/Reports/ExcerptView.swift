import Model

/// An excerpt as lines: the source behind its line number, and carets under what is marked.
struct ExcerptView {
  let lineNumber: Int
  let palette: Palette
  let ink: Palette.Ink
  /// Of both lines, gutter included; none for no limit.
  let width: Int?

  /// Two lines; none for an excerpt without text.
  func lines(_ excerpt: ShownExcerpt) -> [String] {
    guard !excerpt.scalars.isEmpty else { return [] }
    let cells = Self.cells(of: excerpt)
    let number = String(lineNumber)
    let gutter = number.utf8.count + 3
    var window = Window(cells: cells, marked: excerpt.marked)
    if let width { window.narrow(to: max(width - gutter, 20) - 2 * Self.cut.utf8.count) }

    let hasLead = excerpt.isCutBefore || window.range.lowerBound > 0
    let hasTail = excerpt.isCutAfter || window.range.upperBound < cells.count
    let text = cells[window.range].map(\.text).joined()
    let source = (hasLead ? Self.cut : "") + text + (hasTail ? Self.cut : "")
    let before = window.columns(window.range.lowerBound..<window.marked.lowerBound)
    let blanks = String(
      repeating: " ", count: before + (hasLead ? Self.cut.utf8.count : 0))
    let carets = String(repeating: "^", count: max(1, window.columns(window.marked)))
    let margin = String(repeating: " ", count: number.utf8.count)
    return [
      palette.paint("\(number) | ", .faint) + source,
      palette.paint("\(margin) | ", .faint) + blanks + palette.paint(carets, ink),
    ]
  }

  private static let cut = "..."

  /// One scalar of the excerpt, ready to print.
  private struct Cell {
    let text: String
    let columns: Int
  }

  private static func cells(of excerpt: ShownExcerpt) -> [Cell] {
    var context = TerminalText.Context()
    return excerpt.scalars.map { scalar in
      guard context.mustEscape(scalar) else {
        return Cell(text: String(scalar), columns: TerminalWidth.columns(of: scalar))
      }
      let text = TerminalText.escape(scalar)
      return Cell(text: text, columns: text.utf8.count)
    }
  }

  /// The cells that are shown, and the marked ones among them.
  private struct Window {
    let cells: [Cell]
    private(set) var range: Range<Int>
    private(set) var marked: Range<Int>

    init(cells: [Cell], marked: Range<Int>) {
      self.cells = cells
      range = cells.indices
      self.marked = marked.clamped(to: 0..<cells.count)
      // A mark past the end stands behind the last cell.
      if marked.lowerBound >= cells.count { self.marked = cells.count..<cells.count }
    }

    func columns(_ range: Range<Int>) -> Int {
      cells[range].reduce(0) { $0 + $1.columns }
    }

    /// Drops cells at both ends until the rest fits, the mark's beginning being the last to go.
    mutating func narrow(to width: Int) {
      var used = columns(range)
      while used > width, !range.isEmpty {
        let before = range.lowerBound..<marked.lowerBound
        let after = min(marked.upperBound, range.upperBound)..<range.upperBound
        let dropsFront = columns(before) > max(columns(after), width / 3)
        let dropped = dropsFront ? range.lowerBound : range.upperBound - 1
        range = dropsFront ? dropped + 1..<range.upperBound : range.lowerBound..<dropped
        used -= cells[dropped].columns
      }
      let start = min(max(marked.lowerBound, range.lowerBound), range.upperBound)
      marked = start..<max(start, min(marked.upperBound, range.upperBound))
      // A combining mark never opens the window: it would join what is printed before it.
      while let first = cells[range].first, first.columns == 0, range.lowerBound < marked.lowerBound
      {
        range = range.lowerBound + 1..<range.upperBound
      }
    }
  }
}
