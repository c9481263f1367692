import Files
import Glibc
import Links
import Model

/// The records of a run as the rules that need no network leave them, in input order: packed, in a
/// file when they are many. Memory holds their links, each once.
struct ExaminedRecords {
  private let spill = Spill()
  private(set) var links: LinkTable
  /// Where they stand.
  let fields: LinkFields
  /// How many records only the rules over the corpus have looked at.
  private(set) var unchanged = 0
  /// Whether the page of a record is to be compared.
  private(set) var hasPages = false
  private var hasRecord = false
  /// Whether some record is reported by another part of the run.
  private var hasElsewhere = false
  private var ordinal = 0
  /// By the record's place in the input: what only the whole corpus shows.
  private var late: [Int: [Finding]] = [:]

  /// See ``PackedRecord/identity``: all, and those that came twice.
  private var identities: Set<Int> = []
  private var sharedIdentities: Set<Int> = []

  /// - Parameter links: those of an earlier reading, whose targets keep their numbers.
  init(_ fields: LinkFields, continuing links: LinkTable = LinkTable()) {
    self.fields = fields
    self.links = links.withoutLinks
  }

  /// Whether no record was found.
  var isEmpty: Bool { unchanged == 0 && !hasRecord && !hasElsewhere }

  /// Adds the next record of the input.
  mutating func append(_ record: PackedRecord) throws(RunError) {
    defer { ordinal += 1 }
    if record.isElsewhere {
      hasElsewhere = true
      return
    }
    guard record.isChanged else {
      unchanged += 1
      return
    }
    if record.isRecord { hasRecord = true }
    if !identities.insert(record.identity).inserted { sharedIdentities.insert(record.identity) }
    let numbers = record.links.map { links.add($0.destination, isPublished: $0.isPublished) }
    for (position, wish) in record.wishes { links.want(wish, ofLink: numbers[position]) }
    hasPages = hasPages || !record.wishes.isEmpty
    do throws(FileFailure) {
      try spill.append(record.frame(ordinal: ordinal, links: numbers))
    } catch {
      throw .spill(error)
    }
  }

  /// Answers the links to what the records publish, when all records are there.
  mutating func settle(by pages: OwnPages) {
    links.settle(by: pages)
  }

  /// Adds a finding that only the whole corpus shows.
  mutating func add(_ finding: Finding, toRecord ordinal: Int) {
    late[ordinal, default: []].append(finding)
  }

  /// Goes through the records that have changed, in input order, with the numbers of their links.
  ///
  /// - Parameter destination: of a link's number.
  func forEach(
    destination: (Int) -> Destination,
    _ body: (Examined, _ links: [Int]) throws(RunError) -> Void
  ) throws(RunError) {
    try spill.forEach { frame throws(RunError) in
      var unpacked: UnpackedRecord
      do throws(UnpackError) {
        unpacked = try UnpackedRecord(frame, destination: destination)
      } catch {
        throw .spill(.read(errno: EIO))
      }
      if let findings = late[unpacked.ordinal] { unpacked.record.findings += findings }
      unpacked.record.isIdentityShared = sharedIdentities.contains(
        PackedRecord.number(of: unpacked.record.identity))
      try body(unpacked.record, unpacked.links)
    }
  }
}
