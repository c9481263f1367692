import Model
import Standards

/// Demands that no other record has the value too; the later ones are told.
struct OnlyOne: CorpusKind {
  static let name = "only-one"
  static let placeholders = ["other"]

  private let comparison: Comparison
  private let per: Selector?

  private enum Comparison: String, CaseIterable {
    /// As absolute addresses of the web, normalised, without fragment; other texts do not take part.
    case address
    /// Byte by byte.
    case bytes
    /// Without regard to letter case and the amount of white space.
    case words
  }

  init(_ options: inout OptionReader) throws(RuleFileError) {
    comparison = try options.choice("compare") ?? .bytes
    per = try options.selector("per")
  }

  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote? {
    guard subject.isText, !WhiteSpace.inner(of: subject.utf8).isEmpty else { return nil }
    // Lower case, for language tags differ in nothing by it.
    let group = per.flatMap { context.first($0) }.map { FoldedText.words($0.utf8) } ?? []
    let seed = group.isEmpty ? 0 : Hash128(of: group).low
    switch comparison {
    case .address:
      guard let identity = subject.webIdentity else { return nil }
      return .key(Hash128(of: identity, seed: seed))
    case .bytes:
      return .key(Hash128(of: subject.utf8, seed: seed))
    case .words:
      return .key(Hash128(of: FoldedText.words(subject.utf8), seed: seed))
    }
  }

  func tally(readsAgain: Bool) -> any CorpusTally { FirstTally() }
}
