import Model

/// A rule over the corpus made ready for an engine.
///
/// A class, so that going through the rules copies nothing.
final class CorpusRule: Sendable {
  let rule: CompiledRule
  /// See ``CorpusKind/note(of:given:in:)``.
  let note: @Sendable (Subject, Int, RecordContext) -> CorpusNote?
  private let kind: any CorpusKind

  /// None for rules of other scopes.
  init?(_ rule: CompiledRule) {
    guard case .corpus(let kind) = rule.rule.kind.subject else { return nil }
    self.rule = rule
    self.kind = kind
    note = Self.note(of: kind)
  }

  private static func note(
    of kind: some CorpusKind
  ) -> @Sendable (Subject, Int, RecordContext) -> CorpusNote? {
    { kind.note(of: $0, given: $1, in: $2) }
  }

  /// See ``CorpusKind/tally(readsAgain:)``.
  func tally(readsAgain: Bool) -> any CorpusTally { kind.tally(readsAgain: readsAgain) }
}
