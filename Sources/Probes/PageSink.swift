internal import Curl
internal import Model

/// Feeds the body of an answer to a reader of places. Lives on the loop's thread.
final class PageSink: BodySink {
  private let sought: [Fragment]
  private var reader: AnchorReader?
  private var isHTML = true
  /// How many bytes may still be let pass after the last place was found, so that the connection
  /// can be kept: to close it and make another costs more.
  private var rest = 64 * 1024
  private var isSatisfied = false

  init(_ sought: [Fragment]) { self.sought = sought }

  func begin(status: Int, fields: [HeaderField]) -> Bool {
    guard (200..<300).contains(status) else { return false }
    let contentType = fields.first("content-type")
    isHTML = contentType.map(Self.isHTML) ?? true
    guard isHTML else { return false }
    let length = fields.first("content-length").flatMap { Int($0) } ?? 0
    // A large page is worth a new connection.
    if length > 4 * rest { rest = 0 }
    reader = AnchorReader(contentType: contentType, sought: sought)
    return true
  }

  func receive(_ bytes: borrowing RawSpan) -> Bool {
    if !isSatisfied {
      guard let reader else { return false }
      isSatisfied = !reader.read(bytes)
      return !isSatisfied || rest > 0 && !reader.isTired
    }
    rest -= bytes.byteCount
    return rest > 0
  }

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
