import HTML
import Markdown
import Model

/// Refuses raw HTML in a Markdown text: what runs or loads something, or all the rest.
struct RawMarkup: MarkdownKind {
  static let name = "raw-markup"
  static let placeholders = ["markup", "reason"]

  private let refused: [Refusal]
  private let allowed: Set<String>

  private enum Refusal: String, CaseIterable {
    /// Elements that load or run something, handlers of events, addresses that are programs.
    case active
    /// All other elements but the allowed ones, told at the first of each piece of HTML.
    case passive
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
    allowed = Set(try options.texts("allow") ?? [])
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    if refused.contains(.active) { checkAddresses(text, report) }
    guard !text.document.rawHTML.isEmpty else { return }
    var piece: Int?
    for tag in text.tags where !allowed.contains(tag.tag.name) {
      let markup = "<\(tag.tag.name)>"
      if let (range, reason) = Self.activity(of: tag) {
        guard refused.contains(.active) else { continue }
        report(Fault(site: .passage(range), values: [("markup", markup), ("reason", reason)]))
      } else if refused.contains(.passive), piece != tag.offset {
        piece = tag.offset
        report(Fault(site: .passage(tag.range), values: [("markup", markup)]))
      }
    }
  }

  /// Links of Markdown whose address is a program.
  private func checkAddresses(_ text: MarkdownSubject, _ report: (Fault) -> Void) {
    let document = text.document
    for link in document.links where ProgramAddress.mayBe(text.source[link.destination]) {
      guard link.definition == nil,
        let scheme = ProgramAddress.scheme(of: document.destination(of: link))
      else { continue }
      report(Self.fault(link.destination, scheme))
    }
    for definition in document.definitions
    where ProgramAddress.mayBe(text.source[definition.destination]) {
      guard let scheme = ProgramAddress.scheme(of: document.destination(of: definition)) else {
        continue
      }
      report(Self.fault(definition.destination, scheme))
    }
  }

  private static func fault(_ range: Range<Int>, _ scheme: String) -> Fault {
    Fault(site: .passage(range), values: [("reason", "an address starts with '\(scheme)'")])
  }

  /// What of a tag loads or runs something, and how, as a phrase.
  private static func activity(of tag: PlacedTag) -> (range: Range<Int>, reason: String)? {
    let name = tag.tag.name
    if active.contains(name) { return (tag.range, "'<\(name)>' loads or runs what is not ours") }
    for attribute in tag.tag.attributes {
      let utf8 = Array(attribute.name.utf8)
      if utf8.count > 2, utf8.starts(with: "on".utf8),
        utf8.allSatisfy({ (0x61...0x7A).contains($0) })
      {
        return (tag.range(of: attribute), "'\(attribute.name)' runs a program")
      }
      guard addresses.contains(attribute.name),
        let scheme = ProgramAddress.scheme(of: Array(attribute.value.utf8))
      else { continue }
      return (tag.range(of: attribute), "an address starts with '\(scheme)'")
    }
    return nil
  }

  private static let active: Set<String> = [
    "applet", "base", "embed", "frame", "frameset", "iframe", "object", "portal", "script",
  ]

  private static let addresses: Set<String> = [
    "action", "data", "formaction", "href", "poster", "src", "xlink:href",
  ]
}
