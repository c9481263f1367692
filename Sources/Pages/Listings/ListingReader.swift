import HTML
package import Model

/// Reads a sitemap, an index of sitemaps or a feed (RSS, Atom) for the addresses that it lists,
/// compressed by gzip or not. https://www.sitemaps.org/protocol.html
package final class ListingReader: PageReader {
  /// Inflates a gzip stream into pieces until one is not wanted; gives the reason, as a phrase,
  /// where that goes wrong.
  package typealias Inflate = (
    _ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Bool
  ) -> String?

  /// The bytes that a listing may have, as the protocol has it.
  package static let longest = 50 * 1024 * 1024
  /// What a compressed one may have.
  private static let longestCompressed = 20 * 1024 * 1024

  private let inflate: Inflate
  private let entries = ListingEntries()
  private let stream: XMLStream
  /// None until two bytes have told whether it is compressed.
  private var isCompressed: Bool?
  /// What waits for its end, or for those two bytes.
  private var held: [UInt8] = []
  private var isTooLong = false

  package init(inflate: @escaping Inflate) {
    self.inflate = inflate
    stream = XMLStream(sink: entries)
  }

  package func begin(_ head: PageHead) -> Bool { true }

  package func read(_ bytes: borrowing RawSpan) -> Bool {
    bytes.withUnsafeBytes { bytes in
      if isCompressed == false { return take(bytes) }
      held.append(contentsOf: bytes)
      if isCompressed == nil, held.count >= 2 {
        isCompressed = held[0] == 0x1F && held[1] == 0x8B
        if isCompressed == false { return takeHeld() }
      }
      isTooLong = held.count > Self.longestCompressed
      return !isTooLong
    }
  }

  package func finish(_ end: PageEnd) -> Page {
    var reason = isTooLong ? "it is longer than is read" : nil
    if isCompressed == true, reason == nil {
      var count = 0
      reason = inflate(held) { piece in
        count += piece.count
        if count > Self.longest { return false }
        return take(piece)
      }
      if count > Self.longest { reason = "it is longer than is read" }
    } else {
      _ = takeHeld()
    }
    stream.finish()
    var facts = entries.facts
    let failure = reason ?? entries.doubt ?? Self.doubt(end) ?? stream.failure
    if let failure { facts.append(PageFact(.doubt, failure)) }
    // Half of an XML text is seen to be half.
    if end == .compressed, stream.failure != nil { facts.append(PageFact(.endUnseen, "")) }
    return Page(form: .text, facts: facts)
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    stream.feed(bytes)
    return entries.doubt == nil
  }

  private func takeHeld() -> Bool {
    let piece = held
    held = []
    return piece.withUnsafeBytes { take($0) }
  }

  private static func doubt(_ end: PageEnd) -> String? {
    switch end {
    case .whole, .compressed: nil
    case .doubtful(let reason): reason
    }
  }
}
