/// One text read as a URL: the URL, where its parts stand in the text, and what was forgiven.
package struct URLReading: Hashable, Sendable {
  /// The URL.
  package let url: WebURL
  /// The places of its parts in the text.
  package let parts: URLParts
  /// What browsers forgive or rewrite, in the order of discovery.
  package let notes: [URLNote]

  /// Reads a URL, relative to `base` if there is one.
  ///
  /// - Throws: ``WebURLError`` with the reason and the byte offset.
  package init(_ text: String, base: WebURL? = nil) throws(WebURLError) {
    try self.init(utf8: Array(text.utf8), base: base)
  }

  /// Reads a URL from bytes, as they come in a header. Bytes that are no UTF-8 are escaped as they are.
  ///
  /// - Throws: ``WebURLError`` with the reason and the byte offset.
  package init(utf8 bytes: [UInt8], base: WebURL? = nil) throws(WebURLError) {
    if let proper = bytes.withUnsafeBufferPointer({ ProperURL($0) }) {
      self.init(
        url: WebURL(bytes: bytes, layout: proper.layout), parts: proper.parts, notes: [])
      return
    }
    try self.init(reading: bytes, base: base)
  }

  /// Reads any URL by the standard's rules.
  init(reading bytes: [UInt8], base: WebURL?) throws(WebURLError) {
    var reader = URLReader(bytes)
    try reader.read(base: base)
    self.init(
      url: WebURL(bytes: reader.output, layout: reader.layout), parts: reader.parts,
      notes: reader.notes)
  }

  private init(url: WebURL, parts: URLParts, notes: [URLNote]) {
    self.url = url
    self.parts = parts
    self.notes = notes
  }

  /// The first note of a kind.
  package func note(_ kind: URLNote.Kind) -> URLNote? {
    notes.first { $0.kind == kind }
  }
}
