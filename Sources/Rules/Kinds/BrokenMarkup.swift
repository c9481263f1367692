import Markdown
import Model

/// Finds Markdown that went wrong, so that readers see its signs.
struct BrokenMarkup: MarkdownKind {
  static let name = "broken-markup"
  static let placeholders = ["address"]

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    /// `(text)[https://…]`.
    case reversedLink = "reversed-link"
    /// A code fence that nothing closes.
    case unclosedFence = "unclosed-fence"
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    if refused.contains(.unclosedFence) {
      for fence in text.document.unclosedFences { report(Fault(site: .passage(fence))) }
    }
    if refused.contains(.reversedLink) { checkReversed(text, report) }
  }

  private func checkReversed(_ text: MarkdownSubject, _ report: (Fault) -> Void) {
    let source = text.source
    for bracket in Self.brackets(in: source) {
      guard let address = Self.address(in: source, from: bracket + 1),
        // What is no text has a meaning: the end of a link, code, an address.
        text.kind(at: bracket - 1) == .text,
        let start = Self.opening(in: source, before: bracket - 1), text.kind(at: start) == .text
      else { continue }
      report(
        Fault(
          site: .passage(start..<address.upperBound + 1),
          values: [("address", text.text(address))]))
    }
  }

  /// Each `[` that stands after `)`: most texts have none.
  private static func brackets(in source: [UInt8]) -> [Int] {
    source.withUnsafeBufferPointer { source in
      var brackets: [Int] = []
      var index = 0
      var follows: UInt64 = 0
      while let block = ByteBlock(source, at: index) {
        let closed = block.equal(to: UInt8(ascii: ")"))
        var found = block.equal(to: UInt8(ascii: "[")) & (closed << 1 | follows)
        while found != 0 {
          brackets.append(index + found.trailingZeroBitCount)
          found &= found &- 1
        }
        follows = closed >> 63
        index += 64
      }
      return brackets
    }
  }

  /// An address that ends in `]`.
  private static func address(in source: [UInt8], from start: Int) -> Range<Int>? {
    let rest = source[start...]
    guard
      ["https://", "http://", "www.", "mailto:"].contains(where: { rest.starts(with: $0.utf8) }),
      let end = rest.prefix(2000).firstIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: "]") }),
      source[end] == UInt8(ascii: "]")
    else { return nil }
    return start..<end
  }

  /// The `(` that a `)` closes, in the same paragraph and near.
  private static func opening(in source: [UInt8], before close: Int) -> Int? {
    var depth = 0
    var position = close - 1
    while position >= max(0, close - 400) {
      switch source[position] {
      case UInt8(ascii: ")"): depth += 1
      case UInt8(ascii: "(") where depth == 0: return position < close - 1 ? position : nil
      case UInt8(ascii: "("): depth -= 1
      case 0x0A where position > 0 && source[position - 1] == 0x0A: return nil
      default: break
      }
      position -= 1
    }
    return nil
  }
}
