import Markdown
import Model

/// Refuses Markdown texts that stop before their end: with an ellipsis, an invitation to read on, or
/// in the middle of a sentence.
struct TextEnd: MarkdownKind {
  static let name = "text-end"
  static let placeholders = ["end", "reason"]

  /// Last lines, in lower case, that stand for the rest of the text.
  private let phrases: [String]
  /// Words in lower case that end no sentence.
  private let words: Set<[UInt8]>

  init(_ options: inout OptionReader) throws(RuleFileError) {
    phrases = (try options.texts("phrases") ?? []).map { $0.lowercased() }
    words = Set((try options.texts("words") ?? []).map { Array($0.utf8) })
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    guard let last = text.document.runs.last(where: { !isBlank($0, text.source) }),
      last.kind == .text || last.kind == .entity
    else { return }
    if let range = phrase(last, text) {
      return report(Self.fault(range, "'\(text.text(range))'", text))
    }
    guard !last.isInLink, last.kind == .text, let end = Self.end(of: last, in: text.source) else {
      return
    }
    if let range = Self.ellipsis(before: end, in: text.source) {
      return report(Self.fault(range, "an ellipsis", text))
    }
    if let (range, reason) = breach(before: end, in: text.source) {
      report(Self.fault(range, reason, text))
    }
  }

  private static func fault(_ range: Range<Int>, _ reason: String, _ text: MarkdownSubject) -> Fault
  {
    Fault(site: .passage(range), values: [("end", text.text(range)), ("reason", reason)])
  }

  private func isBlank(_ run: TextRun, _ source: [UInt8]) -> Bool {
    run.kind != .html && source[run.range].allSatisfy { $0 <= 0x20 }
  }

  /// The last line as a whole, if it only invites to read on.
  private func phrase(_ last: TextRun, _ text: MarkdownSubject) -> Range<Int>? {
    let runs = text.document.runs
    var start = last.range.lowerBound
    while start > 0, text.source[start - 1] != 0x0A { start -= 1 }
    guard last.range.upperBound - start < 400,
      let first = runs.lastIndex(where: { $0.range.lowerBound < start }).map({ $0 + 1 })
        ?? runs.indices.first
    else { return nil }
    let plain = text.document.plainText(of: first..<runs.count)
    guard plain.count < 80 else { return nil }
    let line = String(decoding: plain, as: UTF8.self).lowercased()
    let words = line.unicodeScalars.split { !$0.properties.isAlphabetic }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    guard phrases.contains(where: { $0.utf8.elementsEqual(words.utf8) }) else { return nil }
    return runs[first].range.lowerBound..<last.range.upperBound
  }

  /// Where the text of a last run ends; none where something follows that is not only markup.
  private static func end(of run: TextRun, in source: [UInt8]) -> Int? {
    var end = run.range.upperBound
    guard source[end...].allSatisfy({ $0 <= 0x20 || "*_~".utf8.contains($0) }) else { return nil }
    while end > run.range.lowerBound, source[end - 1] <= 0x20 { end -= 1 }
    return end > run.range.lowerBound ? end : nil
  }

  /// `…` or `...`, also in brackets; not inside quotation marks, where somebody falls silent.
  private static func ellipsis(before end: Int, in source: [UInt8]) -> Range<Int>? {
    let isBracketed = "])".utf8.contains(source[end - 1])
    let stop = isBracketed ? end - 1 : end
    for dots in ["…", "..."] {
      let start = stop - dots.utf8.count
      guard start > 0, source[start..<stop].elementsEqual(dots.utf8) else { continue }
      guard isBracketed else { return start..<stop }
      return "[(".utf8.contains(source[start - 1]) ? start - 1..<end : nil
    }
    return nil
  }

  /// What shows that the last sentence is not whole: of sentences in paragraphs only, since lists,
  /// headings and signatures have no full stop either.
  private func breach(
    before end: Int, in source: [UInt8]
  ) -> (range: Range<Int>, reason: String)? {
    let start = Self.paragraphStart(before: end, in: source)
    guard let first = source[start..<end].first,
      (0x41...0x5A).contains(first & 0xDF) || first >= 0x80 || first == UInt8(ascii: "\""),
      source[start..<end].count(where: { $0 == 0x20 }) >= 7
    else { return nil }
    if source[end - 1] == UInt8(ascii: ",") { return (end - 1..<end, "a comma") }
    if let space = source[start..<end].lastIndex(where: { $0 <= 0x20 }),
      words.contains(Array(source[space + 1..<end]))
    {
      let word = String(decoding: source[space + 1..<end], as: UTF8.self)
      return (space + 1..<end, "the word '\(word)'")
    }
    return nil
  }

  private static func paragraphStart(before end: Int, in source: [UInt8]) -> Int {
    var position = end
    while position > 1, !(source[position - 1] == 0x0A && source[position - 2] == 0x0A) {
      position -= 1
    }
    return position > 1 ? position : 0
  }
}
