/// Reads a page as its bytes arrive and tells its elements and text to a sink.
///
/// Bytes are decoded to UTF-8, mended where libxml2 2.9.14 would read them wrongly, and parsed by
/// libxml2. The sink is kept for the stream's life. How many bytes are fed is the caller's care.
package struct HTMLStream: ~Copyable {
  private var decoder: CharsetDecoder
  private var mender: TagMender
  private let parser: PushParser
  private var mended: [UInt8] = []

  /// - Parameter contentType: the value of the `Content-Type` field, for its charset.
  package init(contentType: String? = nil, sink: any HTMLSink) {
    decoder = CharsetDecoder(contentType: contentType)
    mender = TagMender()
    parser = PushParser(sink: sink)
  }

  /// What could not be read as a browser would; a fact that is missing may then be there.
  package var limits: HTMLLimits {
    parser.isUsable ? mender.limits : mender.limits.union(.memory)
  }

  /// The charset that the page was decoded from, once it is known; in lower case.
  package var charset: String? { decoder.charset }

  /// How the charset was found, and whether it fits.
  package var charsetFacts: CharsetFacts { CharsetFacts(decoder) }

  package mutating func feed(_ bytes: [UInt8]) {
    parse(decoder.decode(bytes))
  }

  /// Ends the page. Nothing is fed afterwards.
  package mutating func finish() {
    parse(decoder.finish())
    mended.removeAll(keepingCapacity: true)
    mender.finish(into: &mended)
    parser.feed(mended)
    parser.finish()
  }

  private mutating func parse(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    mended.removeAll(keepingCapacity: true)
    mender.mend(text, depth: parser.depth, into: &mended)
    parser.feed(mended)
  }
}

/// Reasons why a page is not decidable: it was not read as a browser would.
package struct HTMLLimits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A tag of more than 64 kB: dropped.
  package static let longTag = HTMLLimits(rawValue: 1)
  /// A tag of more than 1,000 attributes: the others were dropped.
  package static let manyAttributes = HTMLLimits(rawValue: 2)
  /// Tags that would cost libxml2 quadratic time: dropped.
  package static let costlyTags = HTMLLimits(rawValue: 4)
  /// No memory for a parser: nothing was read.
  package static let memory = HTMLLimits(rawValue: 8)
}
