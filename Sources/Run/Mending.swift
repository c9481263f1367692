import Files
import Fixes
import Model
import Records

/// The edits of one run.
struct Mending {
  private var loop: FixLoop

  init(_ plan: Plan, allowed: Suggestion.Safety) {
    let readsStandardInput = plan.inputs.contains { $0.utf8.elementsEqual("-".utf8) }
    loop = FixLoop(
      allowed: allowed,
      standardInputName: readsStandardInput ? plan.reading.standardInputName : nil)
  }

  /// What is to be read in place of the files, by path.
  var overlays: [[UInt8]: [UInt8]] { loop.overlays }

  /// Shows all records to the loop, as they are judged by now. See ``FixLoop/step()``.
  mutating func step(_ records: JudgedRecords, _ writer: RecordWriter) throws(RunError) -> Bool {
    var writer = writer
    try records.forEach { record, judgements throws(RunError) in
      loop.take(writer.report(record, judgements: judgements))
    }
    return loop.step()
  }

  var totals: FixTotals { loop.totals }

  var diffs: [[UInt8]] { loop.changed.map(\.diff) }

  /// Writes the files that are changed; one that cannot be written does not keep the others from it.
  ///
  /// - Throws: `file`, the first of those.
  func write() throws(RunError) {
    var failure: RunError?
    for file in loop.changed {
      do throws(FileFailure) {
        try file.write()
      } catch {
        failure = failure ?? .file(file.path, error)
      }
    }
    if let failure { throw failure }
  }
}

/// How many findings a baseline excuses.
package struct BaselineCount: Sendable {
  package let before: Int
  package let after: Int
}
