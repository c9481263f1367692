/// Decodes a text that is no HTML to valid UTF-8 as its bytes arrive, by the charset of its
/// Content-Type or its byte order mark.
package struct DecodedText: ~Copyable {
  private var decoder: CharsetDecoder

  /// - Parameter contentType: the value of the `Content-Type` field, for its charset.
  package init(contentType: String?) {
    decoder = CharsetDecoder(contentType: contentType)
  }

  package var charsetFacts: CharsetFacts { CharsetFacts(decoder) }

  /// The text as far as it can be decoded; the first kilobyte comes late.
  package mutating func decode(_ bytes: [UInt8]) -> [UInt8] { decoder.decode(bytes) }

  package mutating func finish() -> [UInt8] { decoder.finish() }
}
