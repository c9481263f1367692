import Model

/// Demands that a text is neither too short nor too long, in characters as a reader counts them.
struct TextLength: RecordKind {
  static let name = "text-length"
  static let placeholders = ["count", "limit", "reason"]

  private let least: Int
  private let most: Int

  init(_ options: inout OptionReader) throws(RuleFileError) {
    least = try options.integer("at-least") ?? 0
    most = try options.integer("at-most") ?? 1_000_000
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard subject.sourceRange.count > most || least > 0 else { return }
    let text = subject.utf8
    guard !text.isEmpty else { return }
    // No language needs so many bytes a character; heaps of marks are not counted one by one.
    let isHeap = text.count > max(most, 1) * 64
    let (count, weight) = isHeap ? (text.count, text.count) : Self.count(subject)
    if count > most {
      let shown = isHeap ? "far more than \(most)" : "\(count)"
      report(Fault(values: [("count", shown), ("limit", "\(most)"), ("reason", "at most")]))
    } else if weight < least {
      report(
        Fault(values: [("count", "\(count)"), ("limit", "\(least)"), ("reason", "at least")]))
    }
  }

  /// The characters; as weight, those of Han, kana and Hangul count twice, since they say more.
  private static func count(_ subject: Subject) -> (count: Int, weight: Int) {
    guard subject.utf8.contains(where: { $0 >= 0x80 }) else {
      return (subject.utf8.count, subject.utf8.count)
    }
    var count = 0
    var dense = 0
    for character in subject.string {
      count += 1
      if let scalar = character.unicodeScalars.first,
        (0x1100...0x11FF).contains(scalar.value)
          || (0x2E80...0xD7FF).contains(scalar.value) || scalar.value >= 0x20000
      {
        dense += 1
      }
    }
    return (count, count + dense)
  }
}
