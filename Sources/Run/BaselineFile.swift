import Files
import Model
import Records
import Suppressions

/// Baselines as files.
enum BaselineFile {
  /// - Throws: `source`, `baseline`, `brokenBaseline`.
  static func read(_ path: String) throws(RunError) -> Baseline {
    var baseline = Baseline()
    var lines: [ReadRecord] = []
    do throws(SourceError) {
      var reader = try RecordReader(paths: [path])
      while let raw = try reader.next() { lines.append(raw.read()) }
    } catch {
      throw .source(error)
    }
    for line in lines {
      guard let record = line.record else {
        throw .brokenBaseline(line.start, line.findings.last?.message ?? "")
      }
      try add(record.root, to: &baseline)
    }
    return baseline
  }

  private static func add(_ line: Value, to baseline: inout Baseline) throws(RunError) {
    do throws(BaselineFault) {
      try baseline.add(line)
    } catch {
      throw .baseline(error)
    }
  }

  /// - Throws: `file`
  static func write(_ baseline: Baseline, to path: String) throws(RunError) {
    do throws(FileFailure) {
      var file = try ReplacementFile(at: path)
      try file.write(baseline.text)
      try file.commit()
    } catch {
      throw .file(path, error)
    }
  }
}
