import Model
import Standards

/// Tells links into a folder of addresses that the records publish, to an address that none of them
/// does. The values that it is given are the published addresses.
///
/// Looks at links to the own hosts only, or to the record's own domain where none are named, and
/// passes over addresses that are no record's: archives, feeds, lists. A folder counts from so many
/// records whose address is in it, and only where few addresses are missing: see ``AddressTally``.
struct PublishedLink: CorpusKind {
  static let name = "published-link"
  static let placeholders = ["count"]

  private let address: Selector
  private let least: Int
  private let hosts: [String]
  /// Names of pages that are no records, or patterns of their paths: `archive`, `/news/tags/*`.
  private let excepted: [String]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    least = max(1, try options.integer("records") ?? 2)
    hosts = (try options.texts("hosts") ?? []).map { $0.lowercased() }
    excepted = try options.texts("except") ?? []
    address = try options.requiredSelector("address")
  }

  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote? {
    switch subject.place {
    case .value(let value):
      guard value.kind == .string, let place = subject.webPlace
      else { return nil }
      let isAddress = context.first(address)?.identity == subject.identity
      return .published(place.page, folder: isAddress ? place.folder : nil)
    case .link(let links, let position):
      guard case .target(let target, _) = links[position].destination,
        let place = ownPlace(of: target.identity, in: context), let folder = place.folder,
        !isExcepted(target.identity)
      else { return nil }
      return .linked(place.page, folder: folder)
    }
  }

  /// The place of an address of the own hosts; none of others.
  private func ownPlace(of identity: String, in context: RecordContext) -> WebPlace? {
    guard hosts.isEmpty else {
      guard let host = (try? WebURL(identity))?.hostText,
        hosts.contains(where: { AllowedHost.allows($0, host) })
      else { return nil }
      return WebPlace(identity)
    }
    return context.first(address)?.webPlace.flatMap { WebPlace(identity, in: $0.domain) }
  }

  private func isExcepted(_ identity: String) -> Bool {
    guard !excepted.isEmpty, let path = WebPlace.path(of: identity) else { return false }
    let name = path.split(separator: UInt8(ascii: "/")).last?.prefix { $0 != UInt8(ascii: ".") }
    return excepted.contains { pattern in
      guard pattern.utf8.first == UInt8(ascii: "/") else {
        return name.map { pattern.utf8.elementsEqual($0) } ?? false
      }
      guard pattern.utf8.last == UInt8(ascii: "*") else { return pattern.utf8.elementsEqual(path) }
      return path.starts(with: pattern.utf8.dropLast())
    }
  }

  func tally(readsAgain: Bool) -> any CorpusTally { AddressTally(least: least) }
}
