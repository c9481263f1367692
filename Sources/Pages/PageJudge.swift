package import Model

/// Compares the pages of all records with their records. Pure: the same pages give the same faults.
package struct PageJudge: Sendable {
  private var site = SiteKnowledge()

  package init() {}

  /// Takes the pages of a record, so that what a site's pages share is known. All are taken before
  /// the first is judged.
  package mutating func learn(_ pages: [FetchedPage], of record: PageExpectation) {
    for fetched in pages { site.learn(fetched, of: record) }
  }

  /// Takes what servers answer for pages that cannot exist, by origin.
  package mutating func learn(errorPages: [String: [Page]]) { site.learn(errorPages: errorPages) }

  /// Whether the page of a record's source may be an error page: it has nothing of the record.
  package static func isSuspect(_ source: FetchedPage, of record: PageExpectation) -> Bool {
    SourceCheck.isSuspect(PageSubject(record, source, SiteKnowledge()) { _ in nil })
  }

  /// What is wrong with the page of a record's source.
  package func faults(of record: PageExpectation, source: FetchedPage) -> [PageFault] {
    SourceCheck.faults(of: PageSubject(record, source, site) { _ in nil })
  }

  /// What is wrong with the pages of a record, in the order of its links.
  ///
  /// - Parameter recordLine: the record's line that differs first from a text with these marks; none
  ///   where the record cannot be read again.
  package func faults(
    of record: PageExpectation, pages: [FetchedPage], recordLine: ([UInt32]) -> String?
  ) -> [PageFault] {
    withoutActuallyEscaping(recordLine) { recordLine in
      var faults: [PageFault] = []
      for fetched in pages {
        let subject = PageSubject(record, fetched, site, recordLine: recordLine)
        for check in PageChecks.all where check.forms.contains(fetched.page.form) {
          for fault in check.faults(of: subject) where !faults.contains(where: { $0.says(fault) }) {
            faults.append(fault)
          }
        }
      }
      return faults
    }
  }
}

extension PageFault {
  /// Whether another fault of the record says the same: its two addresses may show one page.
  fileprivate func says(_ other: PageFault) -> Bool {
    func shown(_ fault: PageFault) -> [Named] { fault.values.filter { $0.name != "address" } }
    return aspect == other.aspect && field == other.field && shown(self) == shown(other)
  }
}
