import Markdown
import Model

/// Finds in a Markdown text what was to be replaced before anyone reads it.
struct PlaceholderText: MarkdownKind {
  static let name = "placeholder-text"
  static let placeholders = ["found"]

  /// Pieces in lower case, as whole words, whatever their capitals.
  private let phrases: [[UInt8]]
  /// Words in capitals that editors leave for themselves.
  private let marks: [[UInt8]]
  /// What programs write for a value that is missing: a fault where nothing else stands.
  private let values: [[UInt8]]
  private let refusesBraces: Bool
  /// Whether something to be found starts with a byte.
  private let starts: [Bool]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    phrases = (try options.texts("phrases") ?? []).map { Array($0.lowercased().utf8) }
    marks = (try options.texts("marks") ?? []).map { Array($0.utf8) }
    values = (try options.texts("values") ?? []).map { Array($0.utf8) }
    refusesBraces = try options.flag("braces")
    var starts = Array(repeating: false, count: 256)
    for word in phrases + marks + values + (refusesBraces ? [Array("{".utf8)] : []) {
      guard let first = word.first else { continue }
      starts[Int(first)] = true
      if phrases.contains(word), (0x61...0x7A).contains(first) { starts[Int(first & 0xDF)] = true }
    }
    self.starts = starts
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    // Who shows code may write of what programs write.
    let values = text.document.runs.contains { $0.kind == .code } ? [] : values
    text.source.withUnsafeBufferPointer { source in
      starts.withUnsafeBufferPointer { starts in
        var end = 0
        for run in text.document.runs where run.kind == .text {
          var index = max(run.range.lowerBound, end)
          while index < run.range.upperBound {
            if starts[Int(source[index])],
              let found = placeholder(values, in: source, at: index, until: run.range.upperBound)
            {
              report(Fault(site: .passage(found), values: [("found", text.text(found))]))
              end = found.upperBound
              index = end
            } else {
              index += 1
            }
          }
        }
      }
    }
  }

  private func placeholder(
    _ values: [[UInt8]], in text: UnsafeBufferPointer<UInt8>, at start: Int, until limit: Int
  ) -> Range<Int>? {
    if text[start] == UInt8(ascii: "{") { return braces(in: text, at: start, until: limit) }
    let isStart = start == 0 || !Self.isWord(text[start - 1])
    guard isStart || !Self.isWord(text[start]) else { return nil }
    func end(of word: [UInt8], folding: Bool) -> Int? {
      let end = start + word.count
      guard end <= limit else { return nil }
      for (offset, byte) in word.enumerated() {
        let other = text[start + offset]
        guard other == byte || (folding && (0x41...0x5A).contains(other) && other | 0x20 == byte)
        else { return nil }
      }
      return end == text.count || !Self.isWord(text[end - 1]) || !Self.isWord(text[end]) ? end : nil
    }
    for phrase in phrases {
      if let end = end(of: phrase, folding: true) { return start..<end }
    }
    for mark in marks {
      if let end = end(of: mark, folding: false), TextLine.isMark(start..<end, in: text) {
        return start..<end
      }
    }
    for value in values {
      if let end = end(of: value, folding: false), TextLine.isAlone(start..<end, in: text) {
        return start..<end
      }
    }
    return nil
  }

  /// `{{ name }}` with a word in it; not the braces of formulas.
  private func braces(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, until limit: Int
  ) -> Range<Int>? {
    guard start + 4 < limit, text[start + 1] == UInt8(ascii: "{") else { return nil }
    if start > 0, Self.isWord(text[start - 1]) || "^\\$}{".utf8.contains(text[start - 1]) {
      return nil
    }
    var hasLetter = false
    for index in start + 2..<min(limit - 1, start + 120) {
      let byte = text[index]
      if byte == UInt8(ascii: "}") {
        return text[index + 1] == byte && hasLetter ? start..<index + 2 : nil
      }
      if byte == 0x0A || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "{") { return nil }
      if Self.isWord(byte) { hasLetter = true }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    TextLine.isWord(byte)
  }
}
