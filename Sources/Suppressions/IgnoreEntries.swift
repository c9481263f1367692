import Model
import Patterns

/// The configuration's suppressions, with what each was good for.
struct IgnoreEntries {
  private let entries: [IgnoreEntry]
  private let files: [FilePattern?]
  /// Seconds since 1970.
  private let now: Int
  private let workingDirectory: String
  private var used: [Bool]
  /// Whether a record came by that the entry could be about.
  private var seen: [Bool]
  private var areLinksSettled = true

  init(_ entries: [IgnoreEntry], now: Int, workingDirectory: String) {
    self.entries = entries
    self.now = now
    self.workingDirectory = workingDirectory
    // Patterns that are none do not get past the reading of the configuration.
    files = entries.map { entry in entry.file.flatMap { try? FilePattern($0, in: entry.folder) } }
    used = Array(repeating: false, count: entries.count)
    seen = used
  }

  mutating func mark(
    _ findings: inout [Finding], of record: RecordKey, in file: String, areLinksSettled: Bool
  ) {
    if !areLinksSettled { self.areLinksSettled = false }
    for (number, entry) in entries.enumerated() where !isExpired(entry) {
      if let pattern = files[number], !pattern.matches(file, from: workingDirectory) { continue }
      if let key = entry.record, RecordKey(key) != record { continue }
      seen[number] = true
      let rule = RulePattern(text: entry.rule)
      for index in findings.indices where rule.fits(findings[index].rule) {
        if let href = entry.href, !Self.fits(href, findings[index].evidence) { continue }
        used[number] = true
        if findings[index].suppression == nil {
          findings[index].suppression = Suppression(
            origin: .configuration, reason: entry.reason)
        }
      }
    }
  }

  func complaints(_ rules: SuppressionRules, isWhole: Bool) -> [Complaint] {
    entries.enumerated().compactMap { number, entry in
      let place = Place(
        field: .root, span: SourceSpan(start: entry.location, end: entry.location), excerpt: nil)
      if let day = entry.until, isExpired(entry) {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return Complaint(
          rule: .expired,
          message: "The entry that ignores '\(entry.rule)' ended on "
            + "\(day.year)-\(padded(day.month))-\(padded(day.day)). "
            + "Mend what it excused, or give it a later day.",
          place: place, evidence: entry.rule)
      }
      guard !used[number] else { return nil }
      let pattern = RulePattern(text: entry.rule)
      switch rules.use(of: pattern, areLinksSettled: areLinksSettled) {
      case .notAsked: return nil
      case .unknown(let nearest):
        return Complaint(
          rule: .unused,
          message: "The entry ignores '\(entry.rule)', which is no rule. "
            + (nearest.map { "Did you mean '\($0)'?" } ?? "Remove it."),
          place: place, evidence: entry.rule)
      case .unused:
        guard isWhole || (seen[number] && entry.record != nil) else { return nil }
        return Complaint(
          rule: .unused,
          message: "The entry that ignores '\(entry.rule)' excuses nothing. Remove it.",
          place: place, evidence: entry.rule)
      }
    }
  }

  private func isExpired(_ entry: IgnoreEntry) -> Bool {
    entry.until.map { now >= $0.end } ?? false
  }

  /// Whether a link's text is that one, or begins so.
  private static func fits(_ pattern: String, _ href: String) -> Bool {
    guard pattern.utf8.last == UInt8(ascii: "*") else {
      return pattern.utf8.elementsEqual(href.utf8)
    }
    return href.utf8.starts(with: pattern.utf8.dropLast())
  }
}
