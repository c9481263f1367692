import HTML
import Markdown
package import Model
import Standards

/// What a record publishes, as far as links to it must know. Addresses and places are hashes that
/// hold for this process alone.
package struct PublishedPage: Sendable {
  package let addresses: [Address]
  /// The places of the record's texts; none where it has no text.
  package let places: [UInt32]?

  package struct Address: Sendable {
    package let hash: UInt64
    /// Whether it leads to the text, so that a fragment is one of its places.
    package let hasPlaces: Bool
  }

  /// Stands for all footnotes of a text: how a site names them is its own business.
  package static let notes: UInt32 = 0

  /// The hash of an address in its normal form. Two of one hash are taken for one: of a million
  /// addresses two have one hash once in ten million runs.
  package static func hash(ofAddress identity: ArraySlice<UInt8>) -> UInt64 {
    UInt64(truncatingIfNeeded: hash(identity))
  }

  fileprivate static func hash(ofAddress identity: String) -> UInt64 {
    hash(ofAddress: Array(identity.utf8)[...])
  }

  /// The hash of a place. A place that happens to have the hash of another is taken for it, which
  /// can hide a missing place and never make one.
  package static func hash(ofPlace name: [UInt8]) -> UInt32 {
    max(1, UInt32(truncatingIfNeeded: hash(name[...])))
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}

extension LinkExtractor {
  /// What a record publishes: its own address, and its alternates on the same host.
  ///
  /// A record without an address of its own has its slug, resolved against the site.
  package func page(
    of record: Record, occurrences: [LinkOccurrence], markdown: [MarkdownField]
  ) -> PublishedPage? {
    guard let own = address(of: record), own.isWeb else { return nil }
    let host = own.hostText ?? ""
    var addresses = [
      PublishedPage.Address(hash: PublishedPage.hash(ofAddress: own.identity), hasPlaces: true)
    ]
    for occurrence in occurrences where occurrence.role == .alternate {
      guard case .target(let target, _) = occurrence.destination,
        ProperURL.host(of: target.url, is: host)
      else { continue }
      addresses.append(
        PublishedPage.Address(
          hash: PublishedPage.hash(ofAddress: target.identity),
          hasPlaces: isPage(occurrence.field)))
    }
    let texts = markdown.filter { !$0.document.source.isEmpty }
    return PublishedPage(
      addresses: addresses, places: texts.isEmpty ? nil : texts.flatMap(\.places))
  }

  private func address(of record: Record) -> WebURL? {
    if let text = Self.text(of: base, in: record) { return try? WebURL(text, base: site) }
    guard let site, let text = Self.text(of: slug, in: record) else { return nil }
    return try? WebURL(text, base: site)
  }

  /// None where a field is as good as empty.
  private static func text(of field: FieldPattern, in record: Record) -> String? {
    let text = field.strings(in: record.root).first?.text.string
    return text.flatMap { text in text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text }
  }

  /// Whether an alternate shows the text as a page.
  private func isPage(_ alternate: FieldPath) -> Bool {
    if let html { return alternate == html }
    return alternate.utf8.suffix(5).elementsEqual("/html".utf8)
  }
}

extension MarkdownField {
  /// The places of the text: its headings as GitHub names them, and the IDs of its HTML.
  fileprivate var places: [UInt32] {
    var places = document.footnotes.isEmpty ? [] : [PublishedPage.notes]
    var slugger = Slugger()
    for heading in document.headings {
      let words = document.plainText(of: heading.runs)
      let slug = slugger.slug(for: words)
      if let name = Self.ownName(words) { places.append(PublishedPage.hash(ofPlace: name)) }
      places.append(PublishedPage.hash(ofPlace: slug))
    }
    for html in document.rawHTML {
      let text = document.text(of: html)
      // Most HTML in a text has no place, and to read it costs more than to see that.
      guard text.holds("id") || text.holds("name") else { continue }
      for tag in HTMLSnippet(text).tags {
        for attribute in tag.attributes where attribute.name == "id" || attribute.name == "name" {
          places.append(PublishedPage.hash(ofPlace: Array(attribute.value.utf8)))
        }
      }
    }
    return places
  }

  /// `Heading {#name}`, which several dialects have.
  private static func ownName(_ words: [UInt8]) -> [UInt8]? {
    guard words.last == UInt8(ascii: "}"), let open = words.lastIndex(of: UInt8(ascii: "{")),
      open + 2 < words.count, words[open + 1] == UInt8(ascii: "#")
    else { return nil }
    return Array(words[(open + 2)...].dropLast())
  }
}

extension [UInt8] {
  /// Whether an ASCII word in lower case occurs, in any case.
  fileprivate func holds(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    return (0...(count - length)).contains { start in
      (0..<length).allSatisfy { self[start + $0] | 0x20 == word.utf8Start[$0] }
    }
  }
}
