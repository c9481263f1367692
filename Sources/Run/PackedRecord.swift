import Links
import Model
import Pages
import Rules
import Suppressions

/// What is kept of a record, packed where it was examined. Its links are numbered later, in input
/// order.
struct PackedRecord: Sendable {
  let isRecord: Bool
  let isChanged: Bool
  /// See ``Examined/isElsewhere``.
  let isElsewhere: Bool
  /// What the record is called in fingerprints, as a number that differs where that differs, almost.
  let identity: Int
  let links: [Link]
  /// Facts hold the record's text, and go first.
  let facts: RecordFacts?
  /// What is wanted of the pages of its links, by their positions.
  let wishes: [(position: Int, wish: PageWish)]
  /// What the record publishes.
  let page: PublishedPage?
  private let body: [UInt8]

  struct Link: Sendable {
    let destination: Destination
    /// See ``LinkFields/publish(_:)``.
    let isPublished: Bool
  }

  init(_ record: Examined, _ fields: LinkFields = LinkFields()) {
    isRecord = record.isRecord
    isChanged = record.isChanged
    isElsewhere = record.isElsewhere
    identity = Self.number(of: record.identity)
    links = record.occurrences.map {
      Link(destination: $0.destination, isPublished: fields.publish($0))
    }
    facts = record.facts
    page = record.page
    var packer = Packer()
    record.key.pack(into: &packer)
    packer.append(record.identity)
    packer.append(record.start)
    record.isReadable.pack(into: &packer)
    record.isRecord.pack(into: &packer)
    record.findings.pack(into: &packer)
    record.allowances.pack(into: &packer)
    for occurrence in record.occurrences { Self.pack(occurrence, into: &packer) }
    record.pages.pack(into: &packer)
    wishes = record.pages?.wishes ?? []
    body = packer.bytes
  }

  /// The record with its place in the input and the numbers of its links, one for each of them.
  func frame(ordinal: Int, links: [Int]) -> [UInt8] {
    var head = Packer()
    head.append(ordinal)
    links.pack(into: &head)
    return head.bytes + body
  }

  static func number(of identity: String) -> Int {
    var hasher = Hasher()
    hasher.combine(RecordKey(identity))
    return hasher.finalize()
  }

  private static func pack(_ occurrence: LinkOccurrence, into packer: inout Packer) {
    if case .target(let target, _) = occurrence.destination {
      packer.expect(target.url, as: .address)
    }
    packer.append(occurrence.href.description, as: .address)
    occurrence.role.pack(into: &packer)
    occurrence.field.pack(into: &packer)
    occurrence.span.pack(into: &packer)
    packer.append(occurrence.bodyPosition)
  }
}

/// A record as it comes back from its frame.
struct UnpackedRecord {
  let ordinal: Int
  /// The numbers of its links, one for each occurrence.
  let links: [Int]
  var record: Examined

  /// - Parameter destination: of a link's number.
  init(
    _ frame: ArraySlice<UInt8>, destination: (Int) -> Destination
  ) throws(UnpackError) {
    var unpacker = Unpacker(frame)
    ordinal = try unpacker.number()
    links = try [Int](from: &unpacker)
    let key = try RecordKey(from: &unpacker)
    let identity = try unpacker.text()
    let start = try unpacker.place()
    let isReadable = try Bool(from: &unpacker)
    let isRecord = try Bool(from: &unpacker)
    let findings = try [Finding](from: &unpacker)
    let allowances = try RecordAllowances(from: &unpacker)
    var occurrences: [LinkOccurrence] = []
    occurrences.reserveCapacity(links.count)
    for link in links {
      occurrences.append(try Self.occurrence(from: &unpacker, to: destination(link)))
    }
    record = Examined(
      key: key, identity: identity, start: start, isReadable: isReadable, findings: findings,
      occurrences: occurrences, facts: nil, pages: try PageExpectation?(from: &unpacker),
      allowances: allowances, isRecord: isRecord)
  }

  private static func occurrence(
    from unpacker: inout Unpacker, to destination: Destination
  ) throws(UnpackError) -> LinkOccurrence {
    if case .target(let target, _) = destination { unpacker.expect(target.url, as: .address) }
    return LinkOccurrence(
      href: Href(try unpacker.text(as: .address)), role: try LinkRole(from: &unpacker),
      field: try FieldPath(from: &unpacker), span: try SourceSpan(from: &unpacker),
      bodyPosition: try unpacker.bodyPosition(), destination: destination)
  }
}
