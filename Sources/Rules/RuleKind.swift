import Model

/// The code that knows how to check rules of one sort. To add one: a file in `Kinds`, a line in
/// ``RuleKinds``, a test.
protocol RuleKind: Sendable {
  /// What rule files call it.
  static var name: String { get }
  /// The scope of its rules.
  static var scope: RuleScope { get }
  /// What a message may use beside `{field}`, `{name}` and `{value}`.
  static var placeholders: [String] { get }
  /// Whether its faults may come with a repair.
  static var mends: Bool { get }
  /// What it is asked about. The protocols below say it for their kinds; a cast would search all
  /// conformances of the program, which a short run feels.
  var subject: KindSubject { get }

  /// Reads the options of a rule; the engine refuses what is left over.
  init(_ options: inout OptionReader) throws(RuleFileError)
}

extension RuleKind {
  static var scope: RuleScope { .record }
  static var placeholders: [String] { [] }
  static var mends: Bool { false }
  var subject: KindSubject { .elsewhere }
}

/// What a kind is asked about.
enum KindSubject: Sendable {
  case values(any RecordKind)
  case texts(any MarkdownKind)
  case links(any LinkKind)
  case corpus(any CorpusKind)
  case pages(PageComparison)
  /// Its faults are found outside the engine.
  case elsewhere
}

/// A kind that looks at one value, or one link of a Markdown text, at a time.
protocol RecordKind: RuleKind {
  /// Whether it is asked about strings and links only.
  static var readsTextOnly: Bool { get }

  /// Calls `report` for each fault. Allocates nothing when there is none.
  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void)
}

extension RecordKind {
  static var readsTextOnly: Bool { true }
  var subject: KindSubject { .values(self) }
}

/// A kind that looks at a Markdown text as a whole, by what its parser found.
protocol MarkdownKind: RuleKind {
  /// Calls `report` for each fault: `.passage` in the decoded text. Allocates nothing when there is
  /// none.
  func check(_ text: MarkdownSubject, in context: RecordContext, report: (Fault) -> Void)
}

extension MarkdownKind {
  var subject: KindSubject { .texts(self) }
}

/// A kind that looks at links with their verdicts.
protocol LinkKind: RuleKind {
  func fault(of link: JudgedLink) -> LinkFault?
}

extension LinkKind {
  static var scope: RuleScope { .link }
  var subject: KindSubject { .links(self) }
}

/// A kind that compares values, or links, over all records.
protocol CorpusKind: RuleKind {
  /// What is kept of the subject; none when it does not take part.
  ///
  /// - Parameter given: the position of the selector among those of the rule; -1 for links.
  func note(of subject: Subject, given: Int, in context: RecordContext) -> CorpusNote?

  /// What gathers the notes of a run.
  ///
  /// - Parameter readsAgain: whether earlier records may be read again from their files.
  func tally(readsAgain: Bool) -> any CorpusTally
}

extension CorpusKind {
  static var scope: RuleScope { .corpus }
  var subject: KindSubject { .corpus(self) }
}
