import Model
import Pages

/// What the pages of a run's records show, when all of them are known.
struct PageFindings {
  private var judge = PageJudge()

  /// Takes what all pages show together; none where no page is to be compared.
  init?(_ judged: JudgedRecords) throws(RunError) {
    guard judged.hasPages else { return nil }
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
    guard !pages.isEmpty else { return [] }
    var reader = sources
    defer { sources = reader }
    return judge.faults(of: expectation, pages: pages) { marks in
      expectation.body.flatMap { reader.text(ofString: $0.span) }.map {
        RecordLine.firstDifference(in: $0, from: marks)
      }
    }
  }

  /// The pages that were read for a record, one for each address.
  private static func pages(
    of expectation: PageExpectation, _ record: Examined, _ judgements: [Judgement]
  ) -> [FetchedPage] {
    var seen: Set<String> = []
    return expectation.links.compactMap { position, form in
      let link = record.occurrences[position]
      guard judgements.indices.contains(position),
        case .target(let target, _) = link.destination, let outcome = judgements[position].outcome,
        case .answered(let answer) = outcome.event, let page = answer.page, page.form == form,
        seen.insert(target.identity).inserted
      else { return nil }
      return FetchedPage(page: page, link: link, address: outcome.exchange?.url ?? target.url)
    }
  }
}
