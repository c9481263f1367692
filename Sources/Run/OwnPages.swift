import Links
import Model
import Standards

/// The addresses that the records of a run publish, and the places of their texts: so that a link
/// from one record to another is answered by the records, whether they are online or not yet.
///
/// 16 bytes an address, 4 a place and 8 a record.
struct OwnPages {
  private var addresses: [Address] = []
  private var places: [UInt32] = []
  /// By record that publishes something: its places end here; before the next one's.
  private var records: [(end: UInt32, hasText: Bool)] = []

  private struct Address {
    let hash: UInt64
    let record: UInt32
    let hasPlaces: Bool
  }

  /// Takes what the next record publishes.
  mutating func add(_ page: PublishedPage) {
    for address in page.addresses {
      addresses.append(
        Address(
          hash: address.hash, record: UInt32(records.count), hasPlaces: address.hasPlaces))
    }
    places += page.places ?? []
    records.append((UInt32(places.count), page.places != nil))
  }

  /// Says that all records are there; ``place(of:at:)`` is for afterwards.
  mutating func finish() {
    addresses.sort { ($0.hash, $0.record) < ($1.hash, $1.record) }
  }

  /// What the records say of a link; none where they do not publish its address, or their texts do
  /// not tell.
  ///
  /// - Parameter address: the normal form.
  func place(of fragment: Fragment?, at address: ArraySlice<UInt8>) -> OwnPlace? {
    let hash = PublishedPage.hash(ofAddress: address)
    var isPublished = false
    var isDecided = false
    for address in addresses[first(hash)...].prefix(while: { $0.hash == hash }) {
      isPublished = true
      guard let fragment, !OwnFragment.isAlwaysThere(fragment) else { break }
      let record = records[Int(address.record)]
      guard address.hasPlaces, record.hasText, !OwnFragment.isForScript(fragment) else {
        return nil
      }
      isDecided = true
      let start = address.record == 0 ? 0 : Int(records[Int(address.record) - 1].end)
      let known = places[start..<Int(record.end)]
      if OwnFragment.hashes(fragment).contains(where: known.contains) { return .found }
    }
    guard isPublished else { return nil }
    return isDecided ? .missing : .found
  }

  /// The first address whose hash is not less.
  private func first(_ hash: UInt64) -> Int {
    var low = 0
    var high = addresses.count
    while low < high {
      let middle = (low + high) / 2
      if addresses[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Whether the record that publishes an address has the place that a link's fragment names.
enum OwnPlace: Hashable, Sendable {
  /// It has, or the link names none.
  case found
  case missing

  /// What is held of the link.
  func judgement(of fragment: Fragment?) -> Judgement {
    switch self {
    case .found:
      Judgement(
        verdict: .alive, cause: "own-record",
        sentence: "A record of this run publishes the address.",
        provenance: .corpus)
    case .missing:
      Judgement(
        verdict: .dead, cause: "fragment-missing",
        sentence: "A record of this run publishes the address, but its text has no heading or ID "
          + "named '\(fragment?.description ?? "")'. Mend or remove the fragment.",
        provenance: .corpus)
    }
  }
}

/// How a link names a place of an own page.
private enum OwnFragment {
  /// Fragments that every page has.
  static func isAlwaysThere(_ fragment: Fragment) -> Bool {
    fragment.utf8.isEmpty || fragment.utf8.starts(with: ":~:".utf8)
      || fragment.utf8.lazy.map { $0 | 0x20 }.elementsEqual("top".utf8)
  }

  /// Fragments that are for a script of the page.
  static func isForScript(_ fragment: Fragment) -> Bool {
    "/!".utf8.contains(fragment.utf8.first ?? 0) || fragment.utf8.contains(UInt8(ascii: "="))
  }

  /// The places that it may mean: as written or percent-decoded, and without what GitHub puts
  /// before the IDs of user content.
  static func hashes(_ fragment: Fragment) -> [UInt32] {
    let prefix = Array("user-content-".utf8)
    var name = Array(fragment.utf8)
    if name.starts(with: prefix) { name.removeFirst(prefix.count) }
    let hashes = [name, PercentEncoding.decoded(name)].map(PublishedPage.hash(ofPlace:))
    return name.starts(with: "fn".utf8) ? hashes + [PublishedPage.notes] : hashes
  }
}
