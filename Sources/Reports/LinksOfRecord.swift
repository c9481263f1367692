import Model

/// The links of a record, each once, with its occurrences and the findings about it.
struct LinksOfRecord {
  /// By the place of their first occurrence.
  private(set) var links: [LinkOfRecord] = []
  /// The findings that are about no link.
  private(set) var otherFindings: [Finding] = []

  /// Findings of the pack `links` belong to the link that stands at their place.
  init(_ report: RecordReport) {
    var indexOfLink: [LinkKey: Int] = [:]
    var indexOfPlace: [Place: Int] = [:]
    for link in report.links {
      let key = LinkKey(link.occurrence.destination)
      let index = indexOfLink[key] ?? links.count
      if index == links.count { links.append(LinkOfRecord(key: key, first: link)) }
      indexOfLink[key] = index
      indexOfPlace[Place(link.occurrence.span)] = index
    }
    for finding in report.findings {
      if finding.rule.pack == "links", let index = indexOfPlace[Place(finding.span)] {
        links[index].findings.append(finding)
      } else {
        otherFindings.append(finding)
      }
    }
  }

  private struct Place: Hashable {
    let start: Int
    let end: Int

    init(_ span: SourceSpan) {
      (start, end) = (span.start.offset, span.end.offset)
    }
  }
}

/// One link of a record.
struct LinkOfRecord {
  let key: LinkKey
  let first: JudgedLink
  var findings: [Finding] = []
}

/// A link's identity, compared by bytes.
struct LinkKey: Hashable {
  private let identity: [UInt8]

  init(_ destination: Destination) {
    switch destination {
    case .target(let target, let fragment):
      identity = Array(target.identity.utf8) + (fragment.map { [0x23] + Array($0.utf8) } ?? [])
    // As it is shown, so that a report that is read again has the same links.
    case .unprobed: identity = [0] + Array(destination.shownURL.utf8)
    }
  }
}

extension Destination {
  /// The address as reports show it: without secrets, and with its fragment.
  var shownURL: String {
    switch self {
    case .target(let target, let fragment):
      Redaction.url(target.url) + (fragment.map { "#\(Redaction.fragment($0.description))" } ?? "")
    case .unprobed(let href, _): Redaction.url(href.description)
    }
  }
}
