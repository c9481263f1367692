/// Tells what stands beside a word on its line of a Markdown text.
enum TextLine {
  static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
      || byte == UInt8(ascii: "_")
  }

  /// Whether a word is an editor's mark and not talk about such marks: `TBD: check`, `[TBD]`,
  /// `TBD check` at the start of a line; not `a TBD list`, not `TBD LO QUE`.
  static func isMark(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = line(around: word, in: text)
    let next = word.upperBound < line.upperBound ? text[word.upperBound] : 0
    if next == UInt8(ascii: ":") { return true }
    if line.lowerBound < word.lowerBound {
      return "[(".utf8.contains(text[word.lowerBound - 1])
    }
    let rest = text[word.upperBound..<line.upperBound].drop { $0 == 0x20 }
    guard let first = rest.first else { return true }
    guard next == 0x20, (0x61...0x7A).contains(first) else { return next == UInt8(ascii: "(") }
    let follower = rest.prefix { (0x61...0x7A).contains($0) }
    return !things.contains {
      follower.elementsEqual($0.utf8) || follower.dropLast().elementsEqual($0.utf8)
    }
  }

  /// What a mark before a word belongs to: a list of such marks is a thing.
  private static let things = ["app", "comment", "entry", "file", "item", "list", "note"]

  /// Whether a word is all of its line, is said twice in a row, or stands for a name after `By`.
  static func isAlone(_ word: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = line(around: word, in: text)
    if line == word { return true }
    let before = text[line.lowerBound..<word.lowerBound]
    if before.elementsEqual("By ".utf8) || before.elementsEqual("by ".utf8) {
      return word.upperBound == line.upperBound || ",|".utf8.contains(text[word.upperBound])
    }
    let rest = text[word.upperBound..<line.upperBound]
    return rest.first == 0x20 && rest.dropFirst().starts(with: text[word])
      && (rest.count == word.count + 1 || !isWord(rest[rest.startIndex + word.count + 1]))
  }

  private static let near = 200

  /// The line without the signs of headings, quotes, lists, tasks and emphasis at its ends; of a long
  /// line what is near.
  private static func line(
    around word: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var start = word.lowerBound
    while start > 0, word.lowerBound - start < near, text[start - 1] != 0x0A { start -= 1 }
    while start < word.lowerBound {
      if text[start] <= 0x20 || "#>-*_+~".utf8.contains(text[start]) {
        start += 1
      } else if start + 3 < word.lowerBound, text[start] == UInt8(ascii: "["),
        " xX".utf8.contains(text[start + 1]), text[start + 2] == UInt8(ascii: "]"),
        text[start + 3] == 0x20
      {
        start += 4
      } else {
        break
      }
    }
    var end = word.upperBound
    while end < text.count, end - word.upperBound < near, text[end] != 0x0A { end += 1 }
    while end > word.upperBound, text[end - 1] <= 0x20 || "*_#~.".utf8.contains(text[end - 1]) {
      end -= 1
    }
    return start..<end
  }
}
