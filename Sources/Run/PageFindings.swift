import Model
import Pages
import Rules

/// What the pages of a run's records show, when all of them are known.
struct PageFindings {
  private var judge = PageJudge()
  private let listings: ListingFindings?

  /// Takes what all pages show together; none where no page is to be compared.
  init?(_ judged: JudgedRecords) throws(RunError) {
    listings = judged.listings
    guard judged.hasPages || listings != nil else { return nil }
    judge.learn(errorPages: judged.errorPages)
    try judged.forEach { record, links throws(RunError) in
      guard let expectation = record.pages else { return }
      judge.learn(Self.pages(of: expectation, record, links), of: expectation)
    }
  }

  /// What is wrong with the pages of a record.
  ///
  /// - Parameter sources: reads the record's body again.
  func faults(
    of record: Examined, _ judgements: [Judgement], _ sources: inout SourceExcerpts
  ) -> [PageFault] {
    guard let expectation = record.pages else { return [] }
    let pages = Self.pages(of: expectation, record, judgements)
    let source = Self.source(of: expectation, record, judgements)
    var faults = source.map { judge.faults(of: expectation, source: $0) } ?? []
    if !pages.isEmpty {
      var reader = sources
      defer { sources = reader }
      faults += judge.faults(of: expectation, pages: pages) { marks in
        expectation.body.flatMap { reader.text(ofString: $0.span) }.map {
          RecordLine.firstDifference(in: $0, from: marks)
        }
      }
    }
    guard let listings else { return faults }
    // A page that is not there, or is not to be found, is one fault.
    let isExpected =
      !faults.contains { $0.aspect == .notIndexable }
      && !expectation.links.contains { position, _ in
        judgements.indices.contains(position) && judgements[position].verdict == .dead
          && record.occurrences[position].field == expectation.url?.path
      }
    return faults + listings.faults(of: expectation, isExpected)
  }

  /// What is wrong with sitemaps and feeds themselves.
  func findings(by engine: RuleEngine) -> [Finding] {
    listings?.faults.flatMap { listing, fault in
      engine.findings(of: [fault], in: RecordKey(listing))
    } ?? []
  }

  /// The address of a record's source, where its page may be an error page.
  static func suspect(in record: Examined, _ judgements: [Judgement]) -> String? {
    guard let expectation = record.pages,
      let page = source(of: expectation, record, judgements),
      PageJudge.isSuspect(page, of: expectation)
    else { return nil }
    return page.address
  }

  private static func source(
    of expectation: PageExpectation, _ record: Examined, _ judgements: [Judgement]
  ) -> FetchedPage? {
    expectation.source.flatMap { fetched(record, $0, .html, judgements) }
  }

  private static func fetched(
    _ record: Examined, _ position: Int, _ form: PageForm, _ judgements: [Judgement]
  ) -> FetchedPage? {
    let link = record.occurrences[position]
    guard judgements.indices.contains(position),
      case .target(let target, _) = link.destination,
      let outcome = judgements[position].outcome ?? judgements[position].beside.learnt,
      case .answered(let answer) = outcome.event, let page = answer.page, page.form == form
    else { return nil }
    let address = outcome.exchange?.url ?? target.url
    return FetchedPage(
      page: page, link: link,
      address: outcome.askedAs.map { StandIn(asked: $0, for: target.url).original(of: address) }
        ?? address)
  }

  /// The pages that were read for a record, one for each address.
  private static func pages(
    of expectation: PageExpectation, _ record: Examined, _ judgements: [Judgement]
  ) -> [FetchedPage] {
    var seen: Set<String> = []
    return expectation.links.compactMap { position, form in
      guard let page = fetched(record, position, form, judgements),
        case .target(let target, _) = page.link.destination, seen.insert(target.identity).inserted
      else { return nil }
      return page
    }
  }
}
