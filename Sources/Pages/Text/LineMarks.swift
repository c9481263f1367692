/// The lines of a Markdown text as marks, so that two texts can be compared line by line.
///
/// White space at the ends of lines makes no difference, nor do the kind of newlines, blank lines at
/// both ends and how many blank lines follow one another. Front matter is left out.
struct LineMarks {
  /// A blank line's mark is 0, and no other's.
  private(set) var marks: [UInt32] = []
  /// Whether lines beyond the limit were left out.
  private(set) var isCut = false
  /// The text after `# `, where the first line is such a heading.
  private(set) var title: [UInt8]?
  /// The first line that is not as expected: its position among the marks, and its text.
  private(set) var difference: (position: Int, text: [UInt8])?

  private let expected: [UInt32]
  /// Whether a title line that the other text does not have makes no difference.
  private let passesTitle: Bool
  private var line: [UInt8] = []
  private var isAfterCR = false
  /// What may be front matter: its lines, kept until it is closed.
  private var matter: [[UInt8]]?
  private var count = 0
  private var isBlankDue = false

  /// The most lines that are kept.
  static let most = 2_000
  /// Longer front matter is none.
  private static let mostMatter = 200

  /// - Parameter expected: marks that the text should have.
  init(expecting expected: [UInt32] = [], passesTitle: Bool = true) {
    self.expected = expected
    self.passesTitle = passesTitle
  }

  /// The marks of a whole text.
  init(of text: [UInt8]) {
    self.init()
    read(text)
    finish()
  }

  mutating func read(_ text: [UInt8]) {
    for byte in text {
      if byte == 0x0A, isAfterCR {
        isAfterCR = false
        continue
      }
      isAfterCR = byte == 0x0D
      if byte == 0x0A || byte == 0x0D {
        endLine()
      } else {
        line.append(byte)
      }
    }
  }

  mutating func finish() {
    if !line.isEmpty { endLine() }
    // Front matter that is never closed is text.
    let open = matter ?? []
    matter = nil
    for line in open { add(line) }
  }

  /// The mark of a line's text.
  static func mark(of line: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in line { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let mark = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    return mark == 0 ? 1 : mark
  }

  private mutating func endLine() {
    var ended = line
    line.removeAll(keepingCapacity: true)
    while let last = ended.last, last == 0x20 || last == 0x09 { ended.removeLast() }
    count += 1
    if count == 1, ended.starts(with: [0xEF, 0xBB, 0xBF]) { ended.removeFirst(3) }
    if count == 1, ended.elementsEqual("---".utf8) {
      matter = [ended]
      return
    }
    guard let open = matter else { return add(ended) }
    if ended.elementsEqual("---".utf8) || ended.elementsEqual("...".utf8) {
      matter = nil
    } else if open.count >= Self.mostMatter {
      matter = nil
      for line in open + [ended] { add(line) }
    } else {
      matter?.append(ended)
    }
  }

  private mutating func add(_ line: [UInt8]) {
    if line.isEmpty {
      isBlankDue = !marks.isEmpty
      return
    }
    if marks.isEmpty, line.starts(with: "# ".utf8) { title = Array(line.dropFirst(2)) }
    if isBlankDue { append(0, line) }
    isBlankDue = false
    append(Self.mark(of: line), line)
  }

  private mutating func append(_ mark: UInt32, _ line: [UInt8]) {
    guard marks.count < Self.most else {
      isCut = true
      return
    }
    marks.append(mark)
    guard difference == nil, !expected.isEmpty else { return }
    let place = marks.count - 1
    let other = place - Self.start(of: marks, hasTitle: passesTitle && title != nil, in: expected)
    guard other >= 0, other >= expected.count || expected[other] != mark else { return }
    difference = (place, line)
  }

  /// The first line of a text that is not that of marks; empty where the text ends too early.
  static func firstDifference(in text: [UInt8], from marks: [UInt32]) -> [UInt8] {
    var lines = LineMarks(expecting: marks, passesTitle: false)
    lines.read(text)
    lines.finish()
    return lines.difference?.text ?? []
  }

  /// Where the comparison starts: after a title line, and the blank line after it, that the other
  /// text does not have.
  static func start(of marks: [UInt32], hasTitle: Bool, in other: [UInt32]) -> Int {
    guard hasTitle, marks.first != other.first else { return 0 }
    return marks.count > 1 && marks[1] == 0 ? 2 : 1
  }

  /// The position of the first line of `marks` that is not that of `other`; the count of one of them
  /// where the other goes on. None where both are the same.
  static func firstDifference(
    of marks: ArraySlice<UInt32>, from other: [UInt32]
  ) -> (position: Int, other: Int)? {
    for (position, mark) in zip(marks.indices, marks) {
      let place = position - marks.startIndex
      guard place < other.count, other[place] == mark else { return (position, place) }
    }
    return marks.count == other.count ? nil : (marks.endIndex, marks.count)
  }
}
