import Model
import Standards

/// Demands that a Markdown text is written in a script of the record's language.
struct TextScript: RecordKind {
  static let name = "text-script"
  static let placeholders = ["found", "expected", "other"]

  /// Fewer letters say nothing.
  private static let fewest = 40
  /// A text with this share of letters in the right script may quote as much as it likes.
  private static let enough = 0.25

  private let language: Selector

  init(_ options: inout OptionReader) throws(RuleFileError) {
    language = try options.requiredSelector("of")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let language = context.first(language), case .success(let tag) = language.languageTag,
      let expected = tag.usualScripts, !expected.isEmpty
    else { return }
    if expected.contains(.latin), Self.isMostlyASCII(subject) { return }
    let census = ScriptCensus(Prose.scalars(of: subject.utf8))
    guard census.total >= Self.fewest, let dominant = census.dominant,
      !expected.contains(dominant), census.share(of: expected) < Self.enough
    else { return }
    let names = expected.map(\.description).sorted().joined(separator: " or ")
    report(
      Fault(
        values: [
          ("found", dominant.description), ("expected", names), ("other", language.string),
        ], evidence: dominant.code))
  }

  /// Whether ASCII letters outnumber all characters beyond ASCII: learnt from the source, which
  /// need not be decoded for it.
  private static func isMostlyASCII(_ subject: Subject) -> Bool {
    subject.document.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[subject.sourceRange])
      var letters = 0
      // Escapes hide characters, and look like letters.
      var others = 0
      var index = 0
      while let block = ByteBlock(bytes, at: index) {
        letters += ByteBlock.count(block.letters)
        others += ByteBlock.count(block.leads)
        others += ByteBlock.count(block.equal(to: UInt8(ascii: "\\"))) * 5
        index += 64
      }
      return letters > others
    }
  }
}
