import Model

/// A baseline, with what of it was found again.
struct BaselineUse {
  private let entries: [BaselineEntry]
  private var numbers: [String: Int] = [:]
  /// How many findings of each entry were found again.
  private var found: [Int]
  /// The records of the run that the baseline knows, and whether all their links were settled.
  private var seen: [RecordKey: Bool] = [:]
  private let records: Set<RecordKey>
  private var areLinksSettled = true

  static let reason = "in the baseline"

  init(_ baseline: Baseline) {
    var merged: [BaselineEntry] = []
    for entry in baseline.entries {
      if let number = numbers[entry.fingerprint] {
        merged[number].count = max(merged[number].count, entry.count)
      } else {
        numbers[entry.fingerprint] = merged.count
        merged.append(entry)
      }
    }
    entries = merged
    found = Array(repeating: 0, count: merged.count)
    records = Set(merged.map { RecordKey($0.record) })
  }

  mutating func note(_ record: RecordKey, areLinksSettled: Bool) {
    if !areLinksSettled { self.areLinksSettled = false }
    if records.contains(record) { seen[record] = (seen[record] ?? true) && areLinksSettled }
  }

  mutating func mark(_ findings: inout [Finding], fingerprints: [String]) {
    for (index, fingerprint) in zip(findings.indices, fingerprints) {
      guard let number = numbers[fingerprint], found[number] < entries[number].count else {
        continue
      }
      found[number] += 1
      if findings[index].suppression == nil {
        findings[index].suppression = Suppression(origin: .baseline, reason: Self.reason)
      }
    }
  }

  /// Tells, once, of what is gone from the records that were seen.
  func complaint(_ rules: SuppressionRules) -> Complaint? {
    var gone = 0
    var places: [(span: SourceSpan, entry: BaselineEntry)] = []
    for (number, entry) in entries.enumerated() where found[number] < entry.count {
      guard let areLinksSettled = seen[RecordKey(entry.record)],
        rules.isAsked(entry.rule, areLinksSettled: areLinksSettled), let span = entry.place
      else { continue }
      gone += entry.count - found[number]
      places.append((span, entry))
    }
    guard let first = places.first else { return nil }
    let what = gone == 1 ? "A finding of the baseline is" : "\(gone) findings of the baseline are"
    return Complaint(
      rule: .unused,
      message: "\(what) gone, the first of '\(first.entry.rule)' in '\(first.entry.record)'. "
        + "Take them out with 'stet baseline prune'.",
      place: Place(field: .root, span: first.span, excerpt: nil), evidence: "baseline",
      related: places.dropFirst().prefix(10).map { place in
        RelatedLocation(
          message: "'\(place.entry.rule)' in '\(place.entry.record)'", span: place.span)
      })
  }

  func pruned(_ rules: SuppressionRules) -> Baseline {
    Baseline(
      entries: entries.enumerated().compactMap { number, entry in
        guard rules.isAsked(entry.rule, areLinksSettled: areLinksSettled) else { return entry }
        guard found[number] > 0 else { return nil }
        var left = entry
        left.count = min(found[number], entry.count)
        return left
      })
  }
}
