import Files
import Glibc
package import Model

/// Applies suggestions, round by round, until there is nothing left to apply.
///
/// Nothing is written: the edited texts are read in place of the files, so that every round is
/// judged by the rules. An edit after which its fault is still there, or after which a record can
/// no longer be read, is taken back.
///
///     repeat {
///       for report in … read with loop.overlays … { loop.take(report) }
///     } while loop.step()
package struct FixLoop {
  private let allowed: Suggestion.Safety
  /// Files with these names are not changed.
  private let standardInputName: String?
  /// When the run began, by `CLOCK_REALTIME`.
  private let start: timespec
  private var files: [[UInt8]: FixedFile] = [:]
  private var refused: Set<FixIdentity> = []
  private var untouchable: Set<[UInt8]> = []
  private var pending: Round?
  /// How many records of the round were taken.
  private var records = 0
  private var census = FaultCensus()
  private var offered: [Fix] = []
  private var rounds = 0
  private var fixed: [(order: (Int, Int), finding: FixedFinding)] = []
  private var remarks: [FixRemark] = []

  /// The most rounds of edits.
  package static let most = 10

  /// - Parameters:
  ///   - allowed: `unsafe` allows both.
  ///   - standardInputName: what reports call standard input, where it is read.
  package init(allowed: Suggestion.Safety, standardInputName: String?) {
    self.allowed = allowed
    self.standardInputName = standardInputName
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    start = now
  }

  /// What is to be read in place of the files, by path.
  package var overlays: [[UInt8]: [UInt8]] { files.mapValues(\.text) }

  /// Takes what was found of the next record, in input order, as `overlays` are.
  package mutating func take(_ report: RecordReport) {
    for finding in report.findings {
      census.add(finding, record: records)
      if let fix = Fix(finding, record: records, allowed: allowed) { offered.append(fix) }
    }
    records += 1
  }

  /// Judges the last edits by what was taken since, and makes the next ones.
  ///
  /// - Returns: whether the texts have changed, so that all must be read and taken again.
  package mutating func step() -> Bool {
    let (census, offered) = (census, offered)
    self.census = FaultCensus()
    self.offered = []
    records = 0
    if let round = pending {
      pending = nil
      if settle(round, census) { return true }
    }
    let fixes = offered.filter {
      !untouchable.contains(Array($0.file.utf8)) && !refused.contains($0.identity)
    }
    guard !fixes.isEmpty else { return false }
    guard rounds < Self.most else {
      remarks.append(.unfinished(rounds: rounds))
      return false
    }
    rounds += 1
    return apply(fixes, census)
  }

  /// The files that are changed, by path.
  package var changed: [FixedFile] {
    files.values.filter { $0.text != $0.original.bytes }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  package var totals: FixTotals {
    var totals = FixTotals()
    totals.fixed = fixed.sorted { $0.order < $1.order }.map(\.finding)
    totals.files = changed.count
    totals.remarks = remarks
    return totals
  }

  /// Takes back what did not help; whether there was any.
  private mutating func settle(_ round: Round, _ now: FaultCensus) -> Bool {
    var isTakenBack = false
    for (path, edits) in round.fixes {
      let wanted = Dictionary(edits.map { ($0.place, 1) }, uniquingKeysWith: +)
      let isBroken = now.broken(path) > round.census.broken(path)
      let failed = edits.filter { fix in
        isBroken
          || now.count(fix.place) > round.census.count(fix.place) - (wanted[fix.place] ?? 0)
      }
      guard failed.isEmpty else {
        isTakenBack = true
        files[path]?.text = round.texts[path] ?? []
        for fix in failed {
          refused.insert(fix.identity)
          remarks.append(.takenBack(fix.finding.rule, at: fix.finding.span.start))
        }
        continue
      }
      fixed += edits.map { fix in
        ((fix.record, fix.finding.span.start.offset), FixedFinding(fix.finding, by: fix.suggestion))
      }
    }
    return isTakenBack
  }

  private mutating func apply(_ fixes: [Fix], _ census: FaultCensus) -> Bool {
    var round = Round(census: census)
    var edits: [[UInt8]: TextEdits] = [:]
    for fix in fixes {
      let path = Array(fix.file.utf8)
      guard open(fix.file) else { continue }
      if edits[path, default: TextEdits()].add(fix.suggestion.edits) {
        round.fixes[path, default: []].append(fix)
      }
    }
    for (path, edits) in edits {
      guard let file = files[path], let text = edits.applied(to: file.text) else {
        round.fixes[path] = nil
        untouchable.insert(path)
        continue
      }
      round.texts[path] = file.text
      files[path]?.text = text
    }
    pending = round.fixes.isEmpty ? nil : round
    return pending != nil
  }

  /// Whether the file may be changed; reads it the first time.
  private mutating func open(_ name: String) -> Bool {
    let path = Array(name.utf8)
    if files[path] != nil { return true }
    guard !untouchable.contains(path) else { return false }
    func refuse(_ reason: FixRemark.FileReason) -> Bool {
      untouchable.insert(path)
      remarks.append(.file(name, reason))
      return false
    }
    if let standardInputName, standardInputName.utf8.elementsEqual(path) {
      return refuse(.standardInput)
    }
    if name.utf8.suffix(3).map({ $0 | 0x20 }).elementsEqual(".gz".utf8.map { $0 | 0x20 }) {
      return refuse(.compressed)
    }
    do throws(FileFailure) {
      let file = try PlainFile(name)
      guard !file.isNewer(thanSeconds: start.tv_sec, nanoseconds: start.tv_nsec) else {
        return refuse(.changed)
      }
      files[path] = FixedFile(original: file, text: file.bytes)
      return true
    } catch {
      return refuse(FixRemark.FileReason(error))
    }
  }

  /// The edits of one round, the texts before them, and the faults before them.
  private struct Round {
    let census: FaultCensus
    var fixes: [[UInt8]: [Fix]] = [:]
    var texts: [[UInt8]: [UInt8]] = [:]
  }
}

extension FixRemark.FileReason {
  fileprivate init(_ failure: FileFailure) {
    switch failure {
    case .symlink: self = .symlink
    case .notRegular: self = .notRegular
    case .tooLarge: self = .tooLarge
    case .changed: self = .changed
    case .folder, .open, .create, .read, .write, .replace: self = .unreadable
    }
  }
}
