import Markdown
import Model

/// Refuses headings of a Markdown text by their level.
struct HeadingLevels: MarkdownKind {
  static let name = "heading-levels"
  static let placeholders = ["level", "previous", "next", "others"]

  private let refused: [Refusal]

  private enum Refusal: String, CaseIterable {
    /// `####` after `##`. The first heading may have any level.
    case skipped
    /// `#` a second time: told once for a text.
    case secondTop = "second-top"
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    refused = try options.choices("refuse") ?? []
  }

  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void) {
    let headings = text.document.headings
    guard headings.count > 1 else { return }
    if refused.contains(.skipped) {
      for (previous, heading) in zip(headings, headings.dropFirst())
      where heading.level > previous.level + 1 {
        report(
          Fault(
            site: .passage(heading.range),
            values: [
              ("level", "\(heading.level)"), ("previous", "\(previous.level)"),
              ("next", "\(previous.level + 1)"),
            ]))
      }
    }
    guard refused.contains(.secondTop) else { return }
    let count = headings.count { $0.level == 1 }
    guard count > 1, let second = headings.filter({ $0.level == 1 }).dropFirst().first else {
      return
    }
    var fault = Fault(site: .passage(second.range))
    if count > 2 { fault.values.append(("others", "\(count - 2)")) }
    report(fault)
  }
}
