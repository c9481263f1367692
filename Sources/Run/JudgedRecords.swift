import Links
import Model
import Pages
import Reports

/// The records of a run, with what is held of their links.
struct JudgedRecords {
  private var examined: ExaminedRecords
  private var probes: LinkProbes
  private var isProbed = false
  /// What servers answer for pages that cannot exist, by origin: asked where a page is suspect.
  private(set) var errorPages: [String: [Page]] = [:]
  /// What sitemaps and feeds show; none where none were read.
  private(set) var listings: ListingFindings?
  /// Requests for those.
  private var otherRequests = 0
  private var additions = LinkAdditions()

  /// Records whose links are not probed yet.
  init(_ examined: ExaminedRecords, _ probes: LinkProbes) {
    self.examined = examined
    self.probes = probes
  }

  /// How many records only the rules over the corpus have looked at.
  var unchanged: Int { examined.unchanged }

  /// Whether no record was found.
  var isEmpty: Bool { examined.isEmpty }

  /// Whether the page of a record is to be compared.
  var hasPages: Bool { examined.hasPages }

  /// Requests that were sent.
  var requests: Int { probes.requests + otherRequests }

  /// Hosts that were asked in vain, where the network must be at fault; else 0.
  var unreachedHosts: Int { probes.unreachedHosts }

  /// The links of all records.
  var links: LinkTable { examined.links }

  /// Takes the records as they are after edits; what was probed stays known.
  mutating func replace(_ examined: ExaminedRecords) {
    self.examined = examined
  }

  /// Probes the links that were not probed yet, or none when the plan is offline.
  ///
  /// - Parameter twins: asks by https for what is alive by http.
  mutating func probe(_ twins: SecureTwins?) async {
    await probes.probe(examined.links)
    isProbed = true
    guard var twins else { return }
    let links = JudgedLinks(examined.links, probes, additions)
    let answers = await twins.ask(links, notIn: additions.secureAddresses)
    additions.secureAddresses.merge(answers.addresses) { $1 }
    otherRequests += answers.requests
  }

  /// Asks for pages that cannot exist where the page of a source may be an error page.
  mutating func askErrorPages(_ asker: ErrorPages) async throws(RunError) {
    guard isProbed, hasPages else { return }
    var asker = asker
    try forEach { record, judgements throws(RunError) in
      if let suspect = PageFindings.suspect(in: record, judgements) { asker.add(suspect) }
    }
    let answer = await asker.ask()
    errorPages = answer.pages
    otherRequests += answer.requests
  }

  /// Reads the sitemaps and feeds of the site.
  mutating func askListings(_ check: ListingCheck?) async throws(RunError) {
    guard isProbed, var check else { return }
    try forEach { record, _ throws(RunError) in check.add(record, examined.fields) }
    listings = await check.ask()
    otherRequests += check.requests
  }

  /// Looks for copies of the pages that are dead.
  mutating func suggest(_ plan: Plan) async {
    guard let archive = plan.archive, !plan.isOffline else { return }
    let check = ArchiveCheck(archive: archive, probing: plan.probing)
    additions.copies = await check.copies(of: JudgedLinks(examined.links, probes))
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
    let judged = JudgedLinks(examined.links, probes, additions)
    try examined.forEach(
      destination: { judged[$0].destination },
      { record, links throws(RunError) in
        guard isProbed else { return try body(record, []) }
        try body(
          record,
          zip(record.occurrences, links).map { occurrence, link in
            judged[link].judgement(isPublished: examined.fields.publish(occurrence))
          })
      })
  }

  /// Goes through the links in the order in which they first occur.
  func forEachLink(_ body: (LinkReport) -> Void) {
    let judged = JudgedLinks(examined.links, probes, additions)
    for number in 0..<examined.links.count {
      let link = judged[number]
      body(
        LinkReport(
          destination: link.destination, judgement: link.whole,
          occurrences: examined.links.occurrences(of: number)))
    }
  }
}
