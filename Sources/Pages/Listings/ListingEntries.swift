import HTML
import Model

/// Collects the entries of a sitemap or a feed from its elements.
final class ListingEntries: XMLSink {
  private(set) var facts: [PageFact] = []
  /// Why what is not listed may be, as a phrase.
  private(set) var doubt: String?
  private var shape: Shape?
  private var path: [Place] = []
  private var entry: Entry?
  private var text: [UInt8]?

  private struct Place {
    let name: String
    let space: String
  }

  private struct Entry {
    let depth: Int
    let line: Int
    let isMap: Bool
    var address = ""
    /// A feed's identifier, which may be the address.
    var identifier = ""
    var time = ""
  }

  /// Where a kind of listing has its entries.
  private struct Shape {
    let kind: String
    /// How many elements an entry stands in.
    let depth: Int
    let entry: String
    let address: String
  }

  /// By the root's name.
  private static let shapes = [
    "RDF": Shape(kind: "feed", depth: 1, entry: "item", address: "link"),
    "feed": Shape(kind: "feed", depth: 1, entry: "entry", address: "link"),
    "rss": Shape(kind: "feed", depth: 2, entry: "item", address: "link"),
    "sitemapindex": Shape(kind: "sitemapindex", depth: 1, entry: "sitemap", address: "loc"),
    "urlset": Shape(kind: "urlset", depth: 1, entry: "url", address: "loc"),
  ]

  /// The entries that one document may have, as the protocol has it.
  private static let most = 50_000

  func start(_ element: XMLElement) {
    defer { path.append(Place(name: element.name, space: element.space)) }
    text = nil
    guard let root = path.first else {
      shape = Self.shapes[element.name]
      if let shape {
        facts.append(PageFact(.listing, shape.kind))
      } else {
        doubt = "it is neither a sitemap nor a feed: its root is '\(element.name.prefix(60))'"
      }
      return
    }
    guard let shape else { return }
    if path.count == shape.depth, element.name == shape.entry,
      element.space == root.space || root.name == "RDF"
    {
      entry = Entry(
        depth: path.count, line: element.line, isMap: shape.kind == "sitemapindex")
      return
    }
    // An image or a video has elements of the same names in a name space of its own.
    guard let entry, path.count == entry.depth + 1, element.space == path[entry.depth].space else {
      return
    }
    if root.name == "feed", element.name == shape.address {
      take(link: element)
    } else if [shape.address, "lastmod", "guid"].contains(element.name) {
      let isName = element.attributes.contains { $0.name == "isPermaLink" && $0.value == "false" }
      text = isName ? nil : []
    }
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Longer than any address that is compared.
    if let count = text?.count, count < 4_096 { text?.append(contentsOf: bytes) }
  }

  func end() {
    guard let place = path.popLast() else { return }
    if var entry, path.count == entry.depth + 1, let text {
      let trimmed = Self.trimmed(text)
      switch place.name {
      case "lastmod": entry.time = trimmed
      case "guid": entry.identifier = trimmed
      default: entry.address = trimmed
      }
      self.entry = entry
    }
    text = nil
    if let entry, path.count == entry.depth {
      self.entry = nil
      add(entry)
    }
  }

  /// Of an Atom entry. RFC 4287, section 4.2.7.
  private func take(link: XMLElement) {
    let attributes = Dictionary(link.attributes) { first, _ in first }
    guard entry?.address.isEmpty == true, attributes["rel", default: "alternate"] == "alternate"
    else { return }
    entry?.address = Self.trimmed(Array(attributes["href", default: ""].utf8))
  }

  private func add(_ entry: Entry) {
    let address = entry.address.isEmpty ? entry.identifier : entry.address
    guard !address.isEmpty else { return }
    guard facts.count <= Self.most else {
      doubt = "it lists more than 50,000 addresses"
      return
    }
    let fact =
      entry.isMap
      ? PageFact(.listedMap, address)
      : PageFact(.listed, "\(entry.time.prefix(40))\t\(entry.line)\t\(address)")
    guard fact.text.hasSuffix(address) else {
      doubt = "the address in line \(entry.line) is too long to be compared"
      return
    }
    facts.append(fact)
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    guard let start = text.firstIndex(where: { $0 > 0x20 }),
      let end = text.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: text[start...end], as: UTF8.self)
  }
}
