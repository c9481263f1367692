import Links
import Markdown
package import Model
import Pages
import Records
package import Rules
import Standards

/// Reads the records of rule examples as those of a run are read.
package enum ExampleReader {
  package static func reading(_ text: [UInt8], file: String) -> ExampleReading {
    let read = RecordReader.reading(of: text, named: file)
    return ExampleReading(
      document: read.record?.document,
      faults: read.findings.map { (rule: $0.rule, field: $0.field) },
      markdown: read.record.map { LinkExtractor().markdown(of: $0).map { MarkdownText($0) } } ?? [])
  }

  /// What is wrong with the page of an example, read as those of a run are read. None where the
  /// record names no page of that form.
  package static func faults(_ record: ExampleRecord, _ page: ExamplePage) -> [PageFault]? {
    guard let read = RecordReader.reading(of: record.text, named: record.file).record else {
      return nil
    }
    let extractor = LinkExtractor()
    let markdown = extractor.markdown(of: read)
    let links = extractor.occurrences(in: read, markdown: markdown)
    if let kind = page.listing { return faults(read, links, page, kind) }
    guard let expectation = PageExpectation(read, markdown, links, PageFields()),
      let position = page.field.map({ field in links.firstIndex { $0.field == field } })
        ?? expectation.links.first(where: { $0.form == page.form })?.position,
      case .target(let target, _) = links[position].destination
    else { return nil }
    let reader = PageReaders(readJSON: PageJSON.strict).reader(for: expectation.wish(page.form))
    if reader.begin(PageHead(fields: page.fields)) { _ = reader.read(page.body.span.bytes) }
    let fetched = FetchedPage(
      page: reader.finish(.whole), link: links[position], address: target.url)
    var judge = PageJudge()
    if position == expectation.source { return judge.faults(of: expectation, source: fetched) }
    judge.learn([fetched], of: expectation)
    return judge.faults(of: expectation, pages: [fetched]) { marks in
      markdown.first.map { RecordLine.firstDifference(in: $0.document.source, from: marks) }
    }
  }

  /// What is wrong with a sitemap or a feed of a site that has this one record.
  private static func faults(
    _ record: Record, _ links: [LinkOccurrence], _ page: ExamplePage, _ kind: ListingKind
  ) -> [PageFault]? {
    guard
      let expectation = PageExpectation(
        record, body: nil, links: links, fields: PageFields()), let url = expectation.url?.text
    else { return nil }
    let reader = ListingReader(inflate: Gzip.inflate)
    if reader.begin(PageHead(fields: page.fields)) { _ = reader.read(page.body.span.bytes) }
    var listings = SiteListings()
    listings.publish(url, asked: url)
    let origin = (try? WebURL(url))?.origin ?? ""
    _ = listings.take(reader.finish(.whole), at: "\(origin)/\(kind).xml", as: kind, isNamed: true)
    return listings.faults(of: expectation, isExpected: true, now: RuleExamples.now)
      + listings.faults(isWhole: true).map(\.fault)
  }
}
