import Model

/// Refuses texts that are in a list.
struct NoneOf: RecordKind {
  static let name = "none-of"

  private let values: Set<[UInt8]>
  private let refusesDigits: Bool

  init(_ options: inout OptionReader) throws(RuleFileError) {
    values = Set((try options.texts("values") ?? []).map { Array($0.utf8) })
    refusesDigits = try options.flag("digits-only")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    let text = subject.utf8
    let isDigits = refusesDigits && !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits || values.contains(text) { report(Fault()) }
  }
}
