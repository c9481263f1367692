import Model
import Standards

/// Tells links into a folder of addresses that the records publish, to an address that none of them
/// does. The values that it is given are the published addresses.
///
/// Looks at links of the record's own domain only. A folder counts from so many records whose
/// address is in it, and only where few addresses are missing: see ``AddressTally``.
struct PublishedLink: CorpusKind {
  static let name = "published-link"
  static let placeholders = ["count"]

  private let address: Selector
  private let least: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    least = max(1, try options.integer("records") ?? 2)
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
        let own = context.first(address)?.webPlace,
        let place = WebPlace(target.identity, in: own.domain), let folder = place.folder
      else { return nil }
      return .linked(place.page, folder: folder)
    }
  }

  func tally(readsAgain: Bool) -> any CorpusTally { AddressTally(least: least) }
}
