import Model

/// Which runs of three words a text has, in a few hundred bytes.
///
/// A run is kept if its mark is divisible by a power of two, the same on both sides, so what share
/// of one text stands in another one can be told from two sketches. After A. Broder, "On the
/// resemblance and containment of documents", 1997.
package struct WordSketch: Hashable, Sendable {
  /// In order, each once.
  private(set) var samples: [UInt32] = []
  /// A mark is kept if so many of its low bits are zero.
  private(set) var level = 0
  package private(set) var words = 0

  private var window: (UInt64, UInt64) = (0, 0)
  private var stream = WordStream()
  private var kept: Set<UInt32> = []

  /// The most samples that are kept.
  private let most: Int

  package init(most: Int = 512) {
    self.most = most
  }

  /// A sketch that was made before.
  init(samples: [UInt32], level: Int, words: Int) {
    self.init()
    self.samples = samples
    self.level = level
    self.words = words
  }

  /// Takes the next piece of the text, valid UTF-8.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var stream = stream
    stream.read(text) { add($0) }
    self.stream = stream
  }

  mutating func read(_ text: [UInt8]) { text.withUnsafeBufferPointer { read($0) } }

  /// Says that what comes next stands apart.
  mutating func breakWord() {
    var stream = stream
    stream.end { add($0) }
    self.stream = stream
  }

  /// Ends the text.
  mutating func finish() {
    breakWord()
    samples = kept.sorted()
    kept = []
  }

  private mutating func add(_ word: UInt64) {
    words += 1
    defer { window = (window.1, word) }
    guard words >= 3 else { return }
    var mixed = window.0 &* 0x9E37_79B9_7F4A_7C15 ^ (window.1 &* 0xC2B2_AE3D_27D4_EB4F) ^ word
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    let mark = UInt32(truncatingIfNeeded: mixed ^ mixed >> 33)
    guard Self.isKept(mark, level) else { return }
    kept.insert(mark)
    while kept.count > most {
      level += 1
      kept = kept.filter { Self.isKept($0, level) }
    }
  }

  private static func isKept(_ mark: UInt32, _ level: Int) -> Bool {
    mark & (1 << UInt32(level) &- 1) == 0
  }

  /// Of a hundred runs of this text, how many the other one has; none where too few are known.
  package func share(in other: WordSketch) -> Int? {
    let level = max(level, other.level)
    let own = samples.filter { Self.isKept($0, level) }
    guard own.count >= Self.fewest else { return nil }
    let others = Set(other.samples)
    return own.count { others.contains($0) } * 100 / own.count
  }

  /// Fewer samples say nothing.
  private static let fewest = 8

  package static func == (left: WordSketch, right: WordSketch) -> Bool {
    left.level == right.level && left.words == right.words && left.samples == right.samples
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(samples)
  }
}

extension WordSketch {
  /// The sketch as facts of a page.
  var facts: [PageFact] {
    [PageFact(.sketch, "\(level) \(words)")] + Marks.texts(samples).map { PageFact(.samples, $0) }
  }

  /// The sketch of a page; none where it has none.
  init?(_ page: Page) {
    let parts = (page.first(.sketch) ?? "").split(separator: " ").compactMap { Int($0) }
    guard parts.count == 2, (0...31).contains(parts[0]), parts[1] >= 0 else { return nil }
    self.init(
      samples: page.texts(.samples).flatMap(Marks.marks), level: parts[0], words: parts[1])
  }
}
