import HTML
import Markdown
import Model

/// Demands that the images of a Markdown text say in words what they show.
struct AlternativeText: MarkdownKind {
  static let name = "alternative-text"

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    for link in text.document.links where link.isImage && link.isTextBlank {
      report(Fault(site: .passage(link.range)))
    }
    guard !text.document.rawHTML.isEmpty else { return }
    for tag in text.tags where tag.tag.name == "img" && !Self.isDescribed(tag) {
      report(Fault(site: .passage(tag.range)))
    }
  }

  /// An empty `alt` says that the image is an ornament. HTML, section 4.8.4.4.5.
  private static func isDescribed(_ tag: PlacedTag) -> Bool {
    tag.tag.attributes.contains { attribute in
      switch attribute.name {
      case "alt", "aria-label", "aria-labelledby": true
      case "aria-hidden": attribute.value == "true"
      case "role": attribute.value == "presentation" || attribute.value == "none"
      default: false
      }
    }
  }
}
