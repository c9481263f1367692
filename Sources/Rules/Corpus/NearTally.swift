import Model

/// Finds texts that are nearly an earlier one: candidates by their sketches, each one compared
/// exactly before anything is said.
///
/// 48 bytes a text and eight table entries of 10 to 16. The current text is at hand; the earlier one
/// is read again, see ``SourceText``.
struct NearTally: CorpusTally {
  /// Hundredths of the shingles of both texts that are in each of them.
  private let percent: Int
  private var rows: [Row] = []
  private var tables = Array(repeating: BandTable(), count: TextSketch.bands)
  private var texts: SourceText

  /// The most candidates that one text is compared with: those that share most bands.
  private static let most = 4

  private struct Row {
    let place: CorpusPlace
    /// Of the text as written, in bytes.
    let length: UInt32
    let check: UInt64
  }

  static var rowStride: Int { MemoryLayout<Row>.stride }

  init(percent: Int, readsAgain: Bool) {
    self.percent = percent
    texts = SourceText(readsAgain: readsAgain)
  }

  mutating func add(_ entry: CorpusEntry, in records: CorpusRecords) -> CorpusFault? {
    guard case .sketch(let sketch) = entry.note, case .value(let index) = entry.source else {
      return nil
    }
    let value = Value(document: entry.document, index: index)
    let number = UInt32(rows.count)
    let candidates = candidates(for: number, sketch)
    rows.append(
      Row(place: entry.place, length: UInt32(value.range.count - 2), check: sketch.check))
    texts.note(number, value)
    guard !candidates.isEmpty else { return nil }
    let shingles = WordShingles.set(ofSource: Array(value.source.dropFirst().dropLast()))
    for candidate in candidates {
      guard let other = shinglesAgain(of: candidate, in: records) else { continue }
      let (common, all) = WordShingles.overlap(shingles, other)
      guard common * 100 >= all * percent else { continue }
      return CorpusFault(
        place: entry.place, other: rows[Int(candidate)].place, evidence: entry.text,
        values: [("percent", "\(common * 100 / all)")])
    }
    return nil
  }

  /// The earlier texts that are most promising, in input order.
  private mutating func candidates(for number: UInt32, _ sketch: TextSketch) -> [UInt32] {
    var shared: [UInt32: Int] = [:]
    for band in tables.indices {
      tables[band].add(number, under: sketch.keys[band]) { shared[$0, default: 0] += 1 }
    }
    guard !shared.isEmpty else { return [] }
    return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.most).map(\.key).sorted()
  }

  private mutating func shinglesAgain(of number: UInt32, in records: CorpusRecords) -> [UInt64]? {
    let row = rows[Int(number)]
    return texts.text(
      number, in: records.file(of: row.place),
      at: records.span(of: row.place).start.offset + 1, length: Int(row.length), check: row.check
    ).map { WordShingles.set(ofSource: $0) }
  }

  func finish() -> [CorpusFault] { [] }
}
