/// Knows where each key came first, and tells every later one: 20 bytes a key in the table, 32 for
/// its place, and the slack of both.
struct FirstTally: CorpusTally {
  private var numbers: [Hash128: UInt32] = [:]
  private var places: [CorpusPlace] = []

  mutating func add(_ entry: CorpusEntry, in records: CorpusRecords) -> CorpusFault? {
    guard case .key(let key) = entry.note else { return nil }
    guard let number = numbers[key] else {
      numbers[key] = UInt32(places.count)
      places.append(entry.place)
      return nil
    }
    return CorpusFault(place: entry.place, other: places[Int(number)], evidence: entry.text)
  }

  func finish() -> [CorpusFault] { [] }
}
