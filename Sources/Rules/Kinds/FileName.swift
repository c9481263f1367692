import Model

/// Demands that the record's file is named after a text, less extensions.
struct FileName: RecordKind {
  static let name = "file-name"
  static let placeholders = ["file"]

  /// File names that say nothing, and are not judged.
  private let generic: [String]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    generic = try options.texts("generic") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let last = context.record.file.utf8.split(separator: UInt8(ascii: "/")).last,
      !last.elementsEqual("-".utf8)
    else { return }
    let name = Self.stem(last)
    guard !generic.contains(where: { name.elementsEqual($0.utf8) }),
      !name.elementsEqual(subject.utf8)
    else { return }
    report(Fault(values: [("file", String(decoding: name, as: UTF8.self))]))
  }

  /// The name without `.json` and `.gz`.
  private static func stem(_ name: Substring.UTF8View) -> Substring.UTF8View {
    var name = name
    for end in [".gz", ".json", ".jsonl", ".ndjson"]
    where name.count > end.utf8.count && name.suffix(end.utf8.count).elementsEqual(end.utf8) {
      name = name.dropLast(end.utf8.count)
    }
    return name
  }
}
