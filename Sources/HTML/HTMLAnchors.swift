/// Looks for fragments on a page: ids and names of `a`. HTML, section 7.4.6.4.
///
/// Fed as the page arrives, and done as soon as every wanted fragment is found.
package struct HTMLAnchors: ~Copyable {
  private var stream: HTMLStream
  private var scan: AnchorScan?
  private let sink: AnchorSink
  private var isRead = false

  /// - Parameter wanted: the fragments, each as written and percent-decoded, as UTF-8.
  package init(wanted: Set<[UInt8]>, contentType: String? = nil) {
    sink = AnchorSink(wanted: wanted)
    stream = HTMLStream(contentType: contentType, sink: sink)
    scan = AnchorScan(wanted: wanted, contentType: contentType)
  }

  /// Whether every wanted fragment is found: no more bytes are needed.
  package var isComplete: Bool { sink.missing.isEmpty }

  package mutating func feed(_ bytes: [UInt8]) {
    guard !isComplete, !bytes.isEmpty else { return }
    guard scan != nil else { return parse(bytes) }
    if scan?.feed(bytes, found: { [sink] in sink.note($0) }) == .unfit { parse([]) }
  }

  /// Says that the page was read to its end.
  package mutating func finish() {
    isRead = true
    guard !isComplete else { return }
    parse([])
    stream.finish()
  }

  /// Hands the page over to the parser, from its first byte.
  private mutating func parse(_ bytes: [UInt8]) {
    if let scan = scan.take() { stream.feed(scan.bytes) }
    stream.feed(bytes)
  }

  /// Whether the page has a fragment.
  package func presence(of fragment: [UInt8]) -> Presence {
    if sink.found.contains(fragment) { return .present }
    if !isRead { return .undecidable(.notReadToTheEnd) }
    if !stream.limits.isEmpty { return .undecidable(.notReadAsABrowserWould) }
    if sink.leadsElsewhere { return .undecidable(.leadsElsewhere) }
    if sink.asksForHuman { return .undecidable(.asksForHuman) }
    if sink.isBuiltByScript { return .undecidable(.builtByScript) }
    return .absent
  }

  /// The answer to the question for a fragment.
  package enum Presence: Hashable, Sendable {
    case present, absent
    case undecidable(Reason)
  }

  /// Why it is not known whether a page has a fragment.
  package enum Reason: Hashable, Sendable {
    case notReadToTheEnd, notReadAsABrowserWould, builtByScript, leadsElsewhere, asksForHuman
  }
}

private final class AnchorSink: HTMLSink {
  private(set) var missing: Set<[UInt8]>
  private(set) var found: Set<[UInt8]> = []
  private var ids = 0
  private var scripts = 0
  private var scriptBytes = 0
  private var textBytes = 0
  private var hasAppRoot = false
  private var hasCaptcha = false
  /// Whether the page sends its readers on by `meta`.
  private(set) var leadsElsewhere = false
  private var element: TagName?

  init(wanted: Set<[UInt8]>) {
    missing = wanted
  }

  /// Whether the page looks as if a script would make its content: an empty frame of a known
  /// framework, or much script and next to no text.
  var isBuiltByScript: Bool {
    guard scripts > 0 else { return false }
    if hasAppRoot { return textBytes < 2_000 || ids < 5 }
    return textBytes < 200 || scriptBytes > 4 * textBytes && ids < 5
  }

  /// Whether the page is a riddle for people and next to nothing else: it stands in another's place.
  var asksForHuman: Bool { hasCaptcha && textBytes < 1_000 }

  func start(_ element: borrowing HTMLElement) {
    self.element = element.tag
    if element.tag == Self.meta, Refresh.leadsElsewhere(element) { leadsElsewhere = true }
    if !hasCaptcha { hasCaptcha = Captcha.isPart(element) }
    if element.tag == Self.script { scripts += 1 }
    if let id = element.utf8(of: "id"), !id.isEmpty {
      ids += 1
      note(id)
      if Self.appRoots.contains(id) { hasAppRoot = true }
    }
    if element.tag == Self.anchor, let name = element.utf8(of: "name") { note(name) }
    if !hasAppRoot {
      hasAppRoot =
        element.value(of: "ng-version") != nil || element.value(of: "ng-app") != nil
        || element.value(of: "data-reactroot") != nil || element.tag == Self.appRoot
    }
  }

  func end(_ name: TagName) {
    if name == element { element = nil }
  }

  func characters(_ text: borrowing HTMLText) {
    if element == Self.script {
      scriptBytes += text.count
    } else if element.map({ Self.unseen.contains($0) }) != true {
      textBytes += text.visibleCount
    }
  }

  func note(_ anchor: [UInt8]) {
    if missing.remove(anchor) != nil { found.insert(anchor) }
    // GitHub puts this before the ids of user content, and its script answers to the rest.
    let prefix = Array("user-content-".utf8)
    if anchor.starts(with: prefix) {
      let rest = Array(anchor.dropFirst(prefix.count))
      if missing.remove(rest) != nil { found.insert(rest) }
    }
  }

  private static let script: TagName = "script"
  private static let anchor: TagName = "a"
  private static let meta: TagName = "meta"
  private static let appRoot: TagName = "app-root"
  private static let unseen: [TagName] = ["noscript", "style", "title"]

  private static let appRoots: Set<[UInt8]> = Set(
    [
      "__docusaurus", "__gatsby", "___gatsby", "__layout", "__next", "__nuxt", "__sapper__", "app",
      "app-root", "q-app", "react-root", "root", "svelte",
    ].map { Array($0.utf8) })
}
