import Markdown
import Model

/// Demands that a Markdown text has some words to read.
struct WordCount: MarkdownKind {
  static let name = "word-count"
  static let placeholders = ["count", "least"]

  private let least: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    least = try options.integer("at-least") ?? 1
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    var counter = Counter()
    for run in text.document.runs where run.kind != .html {
      counter.read(text.source, run.range)
      if counter.count >= least { return }
    }
    guard counter.count < least else { return }
    report(
      Fault(values: [("count", "\(counter.count)"), ("least", "\(least)")], evidence: "\(least)"))
  }

  /// Counts words up to what is asked for. In scripts that put no space between words, two
  /// characters count as one word.
  private struct Counter {
    private(set) var count = 0
    private var isInWord = false
    private var dense = 0

    mutating func read(_ source: [UInt8], _ range: Range<Int>) {
      source.withUnsafeBufferPointer { text in
        var index = range.lowerBound
        // Runs end at markup and at escapes, inside words too.
        if index > 0, text[index - 1] <= 0x20 { isInWord = false }
        while index < range.upperBound {
          let (scalar, length) = TextTraits.scalar(in: text, at: index)
          index += length
          if Self.isDense(scalar) {
            dense += 1
            count += dense & 1
            isInWord = false
          } else if WhiteSpace.isWhiteSpace(scalar) {
            isInWord = false
          } else if !isInWord, Self.isLetter(scalar) {
            isInWord = true
            count += 1
          }
        }
      }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
      (0x30...0x39).contains(scalar) || (0x61...0x7A).contains(scalar | 0x20) || scalar >= 0xC0
    }

    /// Thai, Lao, Myanmar, Khmer, kana, Han.
    private static func isDense(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
  }
}
