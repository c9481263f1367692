internal import HTML
internal import Standards

/// Looks for the places that fragments name in an HTML page: ids, and names of `a`.
///
/// A browser looks for the fragment as written first, then percent-decoded. HTML, section 7.4.6.4.
final class AnchorReader: PlaceReader {
  private var anchors: HTMLAnchors
  private let forms: [(fragment: String, spellings: [[UInt8]])]

  init(contentType: String?, sought: [String]) {
    forms = sought.map { fragment in
      let written = Array(fragment.utf8)
      let decoded = PercentEncoding.decoded(written)
      return (fragment, decoded == written ? [written] : [written, decoded])
    }
    // One spelling of each is enough, and which one a page has is not known: both are wanted.
    anchors = HTMLAnchors(wanted: Set(forms.flatMap(\.spellings)), contentType: contentType)
  }

  func read(_ bytes: borrowing RawSpan) -> Bool {
    bytes.withUnsafeBytes { anchors.feed(Array($0)) }
    return !forms.allSatisfy { isPresent($0.spellings) }
  }

  func finish() -> (found: Set<String>, doubt: String?) {
    anchors.finish()
    var found: Set<String> = []
    var doubt: String?
    for (fragment, spellings) in forms {
      if isPresent(spellings) {
        found.insert(fragment)
      } else if case .undecidable(let reason) = anchors.presence(of: spellings[0]) {
        doubt = Self.phrase(reason)
      }
    }
    return (found, doubt)
  }

  private func isPresent(_ spellings: [[UInt8]]) -> Bool {
    spellings.contains { anchors.presence(of: $0) == .present }
  }

  private static func phrase(_ reason: HTMLAnchors.Reason) -> String {
    switch reason {
    case .notReadToTheEnd: "the page was not read to its end"
    case .notReadAsABrowserWould: "the page cannot be read as a browser would"
    case .builtByScript: "the page builds its content by script"
    }
  }
}
