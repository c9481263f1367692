/// Counts the records with one key, and tells those keys that too many have, once each: at the
/// first record that is too many.
struct CrowdTally: CorpusTally {
  private let most: Int
  private var numbers: [Hash128: UInt32] = [:]
  private var rows: [Row] = []
  private var crowds: [Crowd] = []

  private struct Row {
    let first: CorpusPlace
    var count: UInt32 = 1
  }

  private struct Crowd {
    let number: Int
    let place: CorpusPlace
    let text: String
  }

  init(most: Int) {
    self.most = most
  }

  mutating func add(_ entry: CorpusEntry, in records: CorpusRecords) -> CorpusFault? {
    guard case .key(let key) = entry.note else { return nil }
    let number = numbers[key] ?? UInt32(rows.count)
    if number == rows.count {
      numbers[key] = number
      rows.append(Row(first: entry.place, count: 0))
    }
    rows[Int(number)].count += 1
    if Int(rows[Int(number)].count) == most + 1 {
      crowds.append(Crowd(number: Int(number), place: entry.place, text: entry.text))
    }
    return nil
  }

  func finish() -> [CorpusFault] {
    crowds.map { crowd in
      let row = rows[crowd.number]
      return CorpusFault(
        place: crowd.place, other: row.first, evidence: crowd.text,
        values: [("count", "\(row.count)"), ("most", "\(most)"), ("value", crowd.text)])
    }
  }
}
