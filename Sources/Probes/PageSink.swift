internal import Curl
internal import Model

/// Feeds the body of an answer to a reader of places and to one of pages. Lives on the loop's
/// thread.
final class PageSink: BodySink {
  private let sought: [Fragment]
  private let page: (any PageReader)?
  private var reader: AnchorReader?
  private var isHTML = true
  private var hasBegun = false
  /// Whether the readers want more.
  private var isOpen = (places: false, page: false)
  /// How many bytes may still be let pass after the last place was found, so that the connection
  /// can be kept: to close it and make another costs more.
  private var rest = 64 * 1024
  private var isSatisfied = false

  init(_ sought: [Fragment], page: (any PageReader)? = nil) {
    self.sought = sought
    self.page = page
  }

  func begin(status: Int, fields: [HeaderField]) -> Bool {
    guard (200..<300).contains(status) else { return false }
    hasBegun = true
    let contentType = fields.first("content-type")
    isHTML = contentType.map(Self.isHTML) ?? true
    if isHTML, !sought.isEmpty {
      let length = fields.first("content-length").flatMap { Int($0) } ?? 0
      // A large page is worth a new connection.
      if length > 4 * rest { rest = 0 }
      reader = AnchorReader(contentType: contentType, sought: sought)
      isOpen.places = true
    }
    if let page {
      isOpen.page = page.begin(PageHead(fields: fields.map { ($0.name, $0.text) }))
    }
    return isOpen.places || isOpen.page
  }

  func receive(_ bytes: borrowing RawSpan) -> Bool {
    if isOpen.places { isOpen.places = seekPlaces(in: bytes) }
    if isOpen.page { isOpen.page = page?.read(bytes) ?? false }
    return isOpen.places || isOpen.page
  }

  private func seekPlaces(in bytes: borrowing RawSpan) -> Bool {
    if !isSatisfied {
      guard let reader else { return false }
      isSatisfied = !reader.read(bytes)
      return !isSatisfied || rest > 0 && !reader.isTired
    }
    rest -= bytes.byteCount
    return rest > 0
  }

  /// What the page showed; nil when none came.
  func reading(of reply: Reply) -> PageReading? {
    // An empty body has no first byte, before which a body begins.
    if !hasBegun, page != nil, let status = reply.status {
      _ = begin(status: status, fields: reply.fields)
    }
    guard hasBegun else { return nil }
    let facts = page?.finish(PageEnd(reply))
    guard isHTML else { return PageReading(isHTML: false, facts: facts) }
    guard let (found, doubt) = reader?.finish() else {
      return facts.map { PageReading(facts: $0) }
    }
    return PageReading(found: found, isHTML: true, doubt: doubt, facts: facts)
  }

  private static func isHTML(_ contentType: String) -> Bool {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
    let name = String(decoding: type, as: UTF8.self).lowercased().filter { $0 != " " }
    return name == "text/html" || name == "application/xhtml+xml" || name.isEmpty
  }
}

extension PageEnd {
  /// How the body of a good answer ended, for a reader that wanted all of it.
  fileprivate init(_ reply: Reply) {
    let isCompressed = reply.fields.values("content-encoding").contains {
      !$0.elementsEqual("identity".utf8)
    }
    switch reply.body {
    case .complete(isCertain: true): self = .whole
    case .complete where isCompressed: self = .compressed
    case .complete: self = .doubtful("the page's end is not certain")
    case .cut: self = .doubtful("the page is longer than is read")
    case .stopped, .none: self = .doubtful("the page was not read to its end")
    case .broken: self = .doubtful("the page broke off")
    }
  }
}
