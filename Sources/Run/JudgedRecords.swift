import Links
import Model
import Probes

/// The records of a run, with what is held of their links.
struct JudgedRecords {
  private var examined: [Examined] = []
  /// How many records only the rules over the corpus have looked at.
  private(set) var unchanged = 0
  private var table = LinkTable()
  /// For each record, the numbers of its links.
  private var numbers: [[Int]] = []
  private var probes: LinkProbes?
  private var judgements: [Judgement] = []

  init(_ records: [Examined]) {
    replace(records)
  }

  /// Whether no record was found.
  var isEmpty: Bool { unchanged == 0 && !examined.contains(where: \.isRecord) }

  /// Requests that were sent.
  var requests: Int { probes?.requests ?? 0 }

  /// In input order, with a judgement for each occurrence.
  var records: [(record: Examined, links: [Judgement])] {
    zip(examined, numbers).map { record, links in (record, links.map { judgements[$0] }) }
  }

  /// In the order in which they first occur.
  var links: [LinkReport] {
    table.links.enumerated().map { number, link in
      LinkReport(
        destination: link, judgement: judgements[number], occurrences: table.occurrences[number])
    }
  }

  /// Takes the records as they are after edits; what was probed stays known.
  mutating func replace(_ records: [Examined]) {
    examined = records.filter(\.isChanged)
    unchanged = records.count - examined.count
    var table = LinkTable()
    numbers = examined.map { record in record.occurrences.map { table.add($0.destination) } }
    self.table = table
  }

  /// Probes the links that were not probed yet, or none when the plan is offline.
  mutating func probe(
    _ plan: Plan, _ local: LocalLinks?, stop: StopFlag, _ observer: RunObserver
  ) async {
    var probes: LinkProbes
    if let known = self.probes {
      probes = known
      await probes.add(table.targets, plan: plan, stop: stop, observer)
    } else {
      probes = await LinkProbes.run(
        table.targets, plan: plan, stop: stop, observer)
    }
    self.probes = probes
    judgements = table.links.map { probes.judgement(of: $0, local) }
  }

  /// Looks for copies of the pages that are dead.
  mutating func suggest(_ plan: Plan) async {
    guard let archive = plan.archive, !plan.isOffline else { return }
    let check = ArchiveCheck(archive: archive, probing: plan.probing)
    for (number, copy) in await check.copies(of: table.links, judgements) {
      judgements[number].archived = copy
    }
  }
}
