import Model

/// How many faults there are, and where: what a round of edits is judged by.
struct FaultCensus {
  private var counts: [FaultPlace: Int] = [:]
  private var faultsOfReading: [[UInt8]: Int] = [:]

  /// - Parameter record: its number in the run.
  mutating func add(_ finding: Finding, record: Int) {
    counts[FaultPlace(finding, record: record), default: 0] += 1
    if finding.rule.pack == "record" {
      faultsOfReading[Array(finding.span.start.file.utf8), default: 0] += 1
    }
  }

  func count(_ place: FaultPlace) -> Int { counts[place] ?? 0 }

  /// The faults of the file that its reader has found.
  func broken(_ file: [UInt8]) -> Int { faultsOfReading[file] ?? 0 }
}
