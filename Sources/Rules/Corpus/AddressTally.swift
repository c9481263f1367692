/// Knows the addresses that the records publish, and finds links into the corpus's own folders to
/// addresses that none of them publishes.
///
/// A folder is the corpus's own when enough records have their address in it, and when at most half
/// as many addresses are missing in it as records are there: else the run has but a part of it.
///
/// 8 bytes an address and the slack of the table; 64 a link that waits for its record.
struct AddressTally: CorpusTally {
  /// How many records make a folder one of the corpus.
  private let least: Int
  private var published: Set<UInt64> = []
  private var records: [UInt64: UInt32] = [:]
  private var waiting: [Link] = []
  /// How many links may wait before those are let go that need not wait any more.
  private var bound = 1024

  private struct Link {
    let page: UInt64
    let folder: UInt64
    let place: CorpusPlace
    let address: String
  }

  init(least: Int) {
    self.least = least
  }

  mutating func add(_ entry: CorpusEntry, in records: CorpusRecords) -> CorpusFault? {
    switch entry.note {
    case .published(let page, let folder):
      published.insert(page)
      if let folder { self.records[folder, default: 0] += 1 }
    case .linked(let page, let folder):
      guard !published.contains(page) else { return nil }
      waiting.append(Link(page: page, folder: folder, place: entry.place, address: entry.text))
      if waiting.count > bound {
        settle()
        bound = max(bound, waiting.count * 2)
      }
    case .key, .sketch, .variant: break
    }
    return nil
  }

  private mutating func settle() {
    waiting.removeAll { published.contains($0.page) }
  }

  mutating func finish() -> [CorpusFault] {
    settle()
    var missing: [UInt64: Set<UInt64>] = [:]
    for link in waiting where records[link.folder] != nil {
      missing[link.folder, default: []].insert(link.page)
    }
    return waiting.compactMap { link in
      guard let count = records[link.folder].map(Int.init), count >= least,
        let missing = missing[link.folder]?.count, missing * 2 <= count
      else { return nil }
      return CorpusFault(
        place: link.place, evidence: link.address, values: [("count", "\(count)")])
    }
  }
}
