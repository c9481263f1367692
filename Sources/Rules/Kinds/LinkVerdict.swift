import Model

/// Reports links by their verdict.
struct LinkVerdict: LinkKind {
  static let name = "verdict"
  static let placeholders = ["cause", "reason", "target"]
  static let mends = true

  private let verdict: Verdict
  /// Causes that the rule is about; empty for all but `otherCauses`.
  private let causes: [String]
  private let otherCauses: [String]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    causes = try options.texts("causes") ?? []
    otherCauses = try options.texts("but") ?? []
    guard let verdict: Verdict = try options.choice("is") else {
      throw RuleFileError(file: options.file, mark: options.mark, fault: .missingOption("is"))
    }
    self.verdict = verdict
  }

  func fault(of link: JudgedLink) -> LinkFault? {
    let judgement = link.judgement
    guard judgement.verdict == verdict,
      causes.isEmpty || causes.contains(judgement.cause), !otherCauses.contains(judgement.cause)
    else { return nil }
    return LinkFault(
      values: [
        ("cause", judgement.cause), ("reason", judgement.sentence),
        ("target", judgement.movedTo ?? link.occurrence.href.description),
      ],
      replacement: judgement.movedTo)
  }
}
