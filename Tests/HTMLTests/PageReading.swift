import HTML

/// Gathers what a page says, for the tests.
final class PageReading: HTMLSink {
  private(set) var elements: [String] = []
  private(set) var ids: [String] = []
  private(set) var hrefs: [String] = []
  private(set) var ends: [String] = []
  private(set) var text: [UInt8] = []
  private(set) var charset: String?
  private(set) var limits: HTMLLimits = []

  /// Reads a page in pieces of `chunk` bytes.
  init(_ page: [UInt8], contentType: String? = nil, chunk: Int = 16_384) {
    var stream = HTMLStream(contentType: contentType, sink: self)
    var start = 0
    while start < page.count {
      let end = min(page.count, start + chunk)
      stream.feed(Array(page[start..<end]))
      start = end
    }
    stream.finish()
    charset = stream.charset
    limits = stream.limits
  }

  convenience init(_ page: String, chunk: Int = 16_384) {
    self.init(Array(page.utf8), contentType: "text/html; charset=utf-8", chunk: chunk)
  }

  var string: String { String(decoding: text, as: UTF8.self) }

  func start(_ element: borrowing HTMLElement) {
    elements.append(element.name)
    if let id = element.value(of: "id") { ids.append(id) }
    if let href = element.value(of: "href") { hrefs.append(href) }
  }

  func end(_ name: TagName) { ends.append(name.text) }

  func characters(_ text: borrowing HTMLText) { text.append(to: &self.text) }
}
