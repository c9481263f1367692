import Model
import Reports

/// The records of a run, with what is held of their links.
struct JudgedRecords {
  private var examined: ExaminedRecords
  private var probes: LinkProbes
  private var isProbed = false
  /// By the numbers of links to pages that are dead.
  private var copies: [Int: ArchivedCopy] = [:]

  /// Records whose links are not probed yet.
  init(_ examined: ExaminedRecords, _ probes: LinkProbes) {
    self.examined = examined
    self.probes = probes
  }

  /// How many records only the rules over the corpus have looked at.
  var unchanged: Int { examined.unchanged }

  /// Whether no record was found.
  var isEmpty: Bool { examined.isEmpty }

  /// Requests that were sent.
  var requests: Int { probes.requests }

  /// The links of all records.
  var links: LinkTable { examined.links }

  /// Takes the records as they are after edits; what was probed stays known.
  mutating func replace(_ examined: ExaminedRecords) {
    self.examined = examined
  }

  /// Probes the links that were not probed yet, or none when the plan is offline.
  mutating func probe() async {
    await probes.probe(examined.links)
    isProbed = true
  }

  /// Looks for copies of the pages that are dead.
  mutating func suggest(_ plan: Plan) async {
    guard let archive = plan.archive, !plan.isOffline else { return }
    let check = ArchiveCheck(archive: archive, probing: plan.probing)
    copies = await check.copies(of: JudgedLinks(examined.links, probes))
  }

  /// Says that nothing will be probed any more.
  mutating func finish() {
    probes.finish()
  }

  /// Goes through the records in input order, with a judgement for each occurrence; with none
  /// before the links are probed.
  func forEach(
    _ body: (Examined, [Judgement]) throws(RunError) -> Void
  ) throws(RunError) {
    let judged = JudgedLinks(examined.links, probes, copies: copies)
    try examined.forEach(
      destination: { judged[$0].destination },
      { record, links throws(RunError) in
        try body(record, isProbed ? links.map { judged[$0].judgement } : [])
      })
  }

  /// Goes through the links in the order in which they first occur.
  func forEachLink(_ body: (LinkReport) -> Void) {
    let judged = JudgedLinks(examined.links, probes, copies: copies)
    for link in 0..<examined.links.count {
      let (destination, judgement) = judged[link]
      body(
        LinkReport(
          destination: destination, judgement: judgement,
          occurrences: examined.links.occurrences(of: link)))
    }
  }
}
