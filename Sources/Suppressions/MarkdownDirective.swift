/// A suppression in a Markdown comment: `allow RULE[, RULE…] [until DAY][: reason]`.
///
/// Which text it is about:
/// - beside other text: the lines that the comment stands on;
/// - on lines of its own: what follows it, up to the next blank line;
/// - on lines of its own before all other text, with a blank line after it: the whole text.
struct MarkdownDirective {
  /// Rules with their bytes in the text.
  private(set) var rules: [(text: String, range: Range<Int>)] = []
  private(set) var until: String?
  private(set) var reason = ""
  let reach: Reach

  enum Reach: Equatable {
    case all
    case part(Range<Int>)
  }

  /// None for a comment that cannot be read.
  init?(_ comment: MarkdownComment, in source: [UInt8]) {
    reach = Self.reach(of: comment.range, in: source)
    let content = comment.content
    let colon = source[content].firstIndex(of: UInt8(ascii: ":")) ?? content.upperBound
    if colon < content.upperBound {
      reason = AllowanceReader.trimmed(
        String(decoding: source[colon + 1..<content.upperBound], as: UTF8.self))
    }
    var words = Self.words(of: source, in: content.lowerBound..<colon)[...]
    guard words.popFirst()?.text == "allow" else { return nil }
    if let position = words.firstIndex(where: { $0.text == "until" }) {
      guard position + 2 == words.endIndex else { return nil }
      until = words[position + 1].text
      words = words[..<position]
    }
    guard !words.isEmpty, words.allSatisfy({ RulePattern(text: $0.text).isWellFormed }) else {
      return nil
    }
    rules = Array(words)
  }

  /// The words of a range; commas part words too.
  private static func words(
    of source: [UInt8], in range: Range<Int>
  ) -> [(text: String, range: Range<Int>)] {
    source[range].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.map { word in
      (String(decoding: word, as: UTF8.self), word.startIndex..<word.endIndex)
    }
  }

  private static func reach(of comment: Range<Int>, in source: [UInt8]) -> Reach {
    let lineStart = Self.lineStart(before: comment.lowerBound, in: source)
    let lineEnd = Self.lineEnd(after: comment.upperBound, in: source)
    let isAlone =
      Self.isBlank(source[lineStart..<comment.lowerBound])
      && Self.isBlank(source[comment.upperBound..<lineEnd])
    guard isAlone else { return .part(lineStart..<lineEnd) }
    let next = min(lineEnd + 1, source.count)
    let nextEnd = Self.lineEnd(after: next, in: source)
    let isFollowedByBlank = Self.isBlank(source[next..<nextEnd])
    if isFollowedByBlank, Self.isFirst(source[..<lineStart]) { return .all }
    // The blank lines between the comment and its text do not end it.
    var start = next
    while start < source.count {
      let end = Self.lineEnd(after: start, in: source)
      guard Self.isBlank(source[start..<end]) else { break }
      start = min(end + 1, source.count)
    }
    var end = start
    while end < source.count {
      let stop = Self.lineEnd(after: end, in: source)
      if Self.isBlank(source[end..<stop]) { break }
      end = min(stop + 1, source.count)
    }
    return .part(start..<end)
  }

  /// Whether nothing but blanks and comments like this stand there.
  private static func isFirst(_ before: ArraySlice<UInt8>) -> Bool {
    // Longer ones than any real text has would take time that grows with the square.
    guard before.count <= 16_384 else { return false }
    var rest = before.drop { $0 <= 0x20 }
    while rest.starts(with: "<!--".utf8) {
      guard
        let close = rest.indices.first(where: { rest[$0...].starts(with: "-->".utf8) })
      else { return false }
      rest = rest[(close + 3)...].drop { $0 <= 0x20 }
    }
    return rest.isEmpty
  }

  /// Quotes put `>` before a line.
  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
  }

  private static func lineStart(before offset: Int, in source: [UInt8]) -> Int {
    source[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  private static func lineEnd(after offset: Int, in source: [UInt8]) -> Int {
    source[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
  }
}
