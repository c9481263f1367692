internal import Curl
internal import Model

/// Feeds the body of an answer to a reader of places. Lives on the loop's thread.
final class PageSink: BodySink {
  private let sought: [Fragment]
  private var reader: AnchorReader?
  private var isHTML = true

  init(_ sought: [Fragment]) { self.sought = sought }

  func begin(status: Int, fields: [HeaderField]) -> Bool {
    guard (200..<300).contains(status) else { return false }
    let contentType = fields.first("content-type")
    isHTML = contentType.map(Self.isHTML) ?? true
    guard isHTML else { return false }
    reader = AnchorReader(contentType: contentType, sought: sought)
    return true
  }

  func receive(_ bytes: borrowing RawSpan) -> Bool { reader?.read(bytes) ?? false }

  /// What the page showed; nil when none came.
  func reading() -> PageReading? {
    guard isHTML else { return PageReading(isHTML: false) }
    guard let (found, doubt) = reader?.finish() else { return nil }
    return PageReading(found: found, isHTML: true, doubt: doubt)
  }

  private static func isHTML(_ contentType: String) -> Bool {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
    let name = String(decoding: type, as: UTF8.self).lowercased().filter { $0 != " " }
    return name == "text/html" || name == "application/xhtml+xml" || name.isEmpty
  }
}
