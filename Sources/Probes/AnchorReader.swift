internal import HTML
internal import Model
internal import Standards

/// Looks for places in an HTML page, for as long as that takes little time.
///
/// A class, because the loop hands it on while it reads.
final class AnchorReader {
  private var anchors: HTMLAnchors
  /// Each fragment with the names that a browser looks for: as written, then decoded.
  /// HTML, section 7.4.6.4.
  private let wanted: [(fragment: Fragment, names: [[UInt8]])]
  private var patience = Patience()

  init(contentType: String?, sought: [Fragment]) {
    wanted = sought.map { ($0, Self.names($0)) }
    anchors = HTMLAnchors(wanted: Set(wanted.flatMap(\.names)), contentType: contentType)
  }

  /// Takes the next bytes; false when every place was found.
  func read(_ bytes: borrowing RawSpan) -> Bool {
    let piece = bytes.withUnsafeBytes { Array($0) }
    guard !isTired else { return false }
    _ = patience.spend { anchors.feed(piece) }
    return !wanted.allSatisfy { isPresent($0.names) }
  }

  /// Whether the page has taken all the time that it may take.
  var isTired: Bool { patience.isOver }

  /// Ends the page: the fragments that were found, as they were given, and why an absent one proves
  /// nothing, if so.
  func finish() -> (found: Set<Fragment>, doubt: String?) {
    anchors.finish()
    let found = wanted.filter { isPresent($0.names) }.map(\.fragment)
    return (Set(found), doubt)
  }

  private func isPresent(_ names: [[UInt8]]) -> Bool {
    names.contains { anchors.presence(of: $0) == .present }
  }

  /// Why an absent place proves nothing.
  private var doubt: String? {
    if isTired { return "the page takes too long to read" }
    for name in wanted.flatMap(\.names) {
      switch anchors.presence(of: name) {
      case .undecidable(.builtByScript): return "the page builds its content by script"
      case .undecidable(.notReadAsABrowserWould): return "the page is not read as a browser would"
      case .undecidable(.leadsElsewhere): return "the page sends its readers elsewhere"
      case .undecidable(.asksForHuman): return "the page asks whether its reader is a human"
      case .undecidable(.notReadToTheEnd): return "the page was not read to its end"
      case .present, .absent: continue
      }
    }
    return nil
  }

  /// What follows `:~:` is for the browser alone. URL Fragment Text Directives, section 3.
  private static func names(_ fragment: Fragment) -> [[UInt8]] {
    var bytes = Array(fragment.utf8)
    let directive = Array(":~:".utf8)
    if let end = bytes.indices.first(where: { bytes[$0...].starts(with: directive) }) {
      bytes.removeSubrange(end...)
    }
    let decoded = PercentEncoding.decoded(bytes)
    return decoded == bytes ? [bytes] : [bytes, decoded]
  }
}
