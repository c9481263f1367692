import HTML
import Model

/// The facts of an answer's head.
struct HeadFacts {
  private(set) var facts: [PageFact] = []
  private let mediaType: String?

  init() {
    mediaType = nil
  }

  init(_ head: PageHead) {
    mediaType = head.contentType.map(Self.mediaType)
    if let type = head.contentType { facts.append(PageFact(.contentType, type)) }
    for language in head.values("content-language").prefix(4) {
      facts.append(PageFact(.contentLanguage, language))
    }
    let canonicals = head.values("link").flatMap { LinkField.addresses(of: "canonical", in: $0) }
    facts += canonicals.prefix(8).map { PageFact(.linkCanonical, $0) }
    facts += head.values("x-robots-tag").prefix(4).map { PageFact(.robotsField, $0) }
  }

  /// Whether the body can be read as that form; an answer that does not say what it is may be.
  func isOf(_ form: PageForm) -> Bool {
    guard let mediaType, !mediaType.isEmpty else { return true }
    let isHTML = mediaType == "text/html" || mediaType == "application/xhtml+xml"
    switch form {
    case .html: return isHTML
    case .markdown, .text: return mediaType.hasPrefix("text/") && !isHTML
    case .jsonld:
      return mediaType == "application/json" || mediaType.hasSuffix("+json")
        || mediaType == "text/plain" || mediaType == "text/json"
    }
  }

  /// `text/html` of `Text/HTML; charset=utf-8`.
  static func mediaType(_ contentType: String) -> String {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 > 0x20 }
    return String(decoding: type, as: UTF8.self).lowercased()
  }

  /// What is to be known of a body's charset.
  static func facts(of charset: CharsetFacts) -> [PageFact] {
    var facts: [PageFact] = []
    if let declared = charset.declared { facts.append(PageFact(.charsetField, declared)) }
    let used = charset.used ?? "utf-8"
    if charset.hasMark { facts.append(PageFact(.charsetMark, used)) }
    if charset.isBroken { facts.append(PageFact(.charsetBroken, used)) }
    if charset.isBeyondASCII { facts.append(PageFact(.beyondASCII, used)) }
    return facts
  }
}
