import Glibc
import Model

/// Demands that a text shares some of its words with another one.
struct WordsFrom: RecordKind {
  static let name = "words-from"
  static let placeholders = ["found", "total"]

  private let other: Selector
  /// Of a hundred words.
  private let share: Int

  /// Fewer words prove nothing.
  private static let fewest = 6
  /// The start of the other text in which the words are looked for, in bytes.
  private static let longest = 65_536
  /// So many words are enough to judge by.
  private static let most = 64

  init(_ options: inout OptionReader) throws(RuleFileError) {
    share = try options.integer("percent") ?? 20
    other = try options.requiredSelector("text")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let other = context.first(other), other.isText, !other.utf8.isEmpty else { return }
    let text = subject.utf8
    var total = 0
    for word in Words(text) where total < Self.most { total += word.isEmpty ? 0 : 1 }
    guard total >= Self.fewest else { return }
    let start = other.utf8.prefix(Self.longest)
    var found = 0
    for word in Words(text).prefix(Self.most) where Self.holds(start, text[word]) {
      found += 1
      if found * 100 >= total * share { return }
    }
    report(Fault(values: [("found", "\(found)"), ("total", "\(total)")]))
  }

  private static func holds(_ text: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { text in
      word.withUnsafeBytes { word in
        guard let base = text.baseAddress, let sought = word.baseAddress else { return false }
        var start = 0
        while start + word.count <= text.count,
          let found = memchr(base + start, Int32(word[0]), text.count - word.count + 1 - start)
        {
          if memcmp(found, sought, word.count) == 0 { return true }
          start = UnsafeRawPointer(found) - base + 1
        }
        return false
      }
    }
  }

  /// Words of four letters or more, each without its first letter, which may be a capital.
  private struct Words: Sequence, IteratorProtocol {
    private let text: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) {
      self.text = text
    }

    mutating func next() -> Range<Int>? {
      while index < text.count {
        let start = index
        while index < text.count, Self.isLetter(text[index]) { index += 1 }
        var inner = start
        while inner < index, inner == start || text[inner] & 0xC0 == 0x80 { inner += 1 }
        if index == start { index += 1 }
        if index - inner >= 3, inner > start { return inner..<Swift.min(index, inner + 32) }
      }
      return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0xC0
        || byte & 0xC0 == 0x80
    }
  }
}
