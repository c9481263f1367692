import Model

/// Demands that a term is in a list; an empty list allows all.
struct Vocabulary: RecordKind {
  static let name = "vocabulary"
  static let placeholders = ["suggestion"]

  private let terms: [String]
  private let known: Set<[UInt8]>

  init(_ options: inout OptionReader) throws(RuleFileError) {
    terms = try options.texts("terms") ?? []
    known = Set(terms.map { Array($0.utf8) })
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard !known.isEmpty, !known.contains(subject.utf8) else { return }
    var fault = Fault()
    let word = subject.string.lowercased()
    let same = terms.first { $0.lowercased().utf8.elementsEqual(word.utf8) }
    if let nearest = same ?? context.guess(subject.string, among: { terms }) {
      fault.values.append(("suggestion", nearest))
    }
    report(fault)
  }
}
