import Model

/// Demands that a term of a list is one term: not empty, not a sentence, not a list of its own.
struct TermForm: RecordKind {
  static let name = "term-form"
  static let placeholders = ["reason"]

  private let most: Int
  /// What separates terms that were written as one.
  private let separators: [UInt8]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    most = try options.integer("at-most") ?? 80
    separators = Array((try options.text("separators") ?? "").utf8)
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    let text = subject.utf8
    if WhiteSpace.inner(of: text).isEmpty {
      return report(Fault(values: [("reason", "is empty")]))
    }
    if text.count > most, Self.count(text) > most {
      return report(Fault(values: [("reason", "is longer than \(most) characters")]))
    }
    guard let separator = text.firstIndex(where: { separators.contains($0) }), isList(text) else {
      return
    }
    report(
      Fault(site: .part(separator..<separator + 1), values: [("reason", "is a list in one text")]))
  }

  private static func count(_ text: [UInt8]) -> Int {
    text.count { $0 & 0xC0 != 0x80 }
  }

  /// Whether separators part terms: in `Washington, D.C.` and `Arts, Culture and Media` a comma
  /// does not.
  private func isList(_ text: [UInt8]) -> Bool {
    if text.contains(where: { $0 != UInt8(ascii: ",") && separators.contains($0) }) { return true }
    let parts = text.split(separator: UInt8(ascii: ",")).map { part in
      String(decoding: part.drop { $0 <= 0x20 }, as: UTF8.self)
    }
    let isPlain = parts.allSatisfy { part in
      part.unicodeScalars.first.map { !$0.properties.isUppercase } ?? true
    }
    let last = parts.last?.split(separator: " ") ?? []
    return parts.count > 1 && (isPlain || parts.count > 3)
      && !last.contains { Self.joins.contains(String($0)) }
  }

  /// Words that end an enumeration which is a name.
  private static let joins: Set<String> = [
    "&", "and", "e", "en", "et", "i", "och", "og", "or", "und", "y",
  ]
}
