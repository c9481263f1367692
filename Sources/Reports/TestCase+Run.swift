import Model

extension TestCase {
  /// The testcase of the run as a whole: red when the exit status is not 0 and no record is to
  /// blame.
  ///
  /// - Parameter isRed: whether a record's testcase is.
  init(of result: RunResult, isRed: Bool) {
    self.init(name: "run", line: 1)
    state = Self.state(of: result, isRed: isRed)
  }

  private static func state(of result: RunResult, isRed: Bool) -> State {
    func fault(_ type: String, _ message: String) -> Fault {
      Fault(type: type, message: message, text: message)
    }
    let stopped = "incomplete: the run was stopped before everything was read and checked"
    switch result.exit {
    case .interrupted, .terminated: return .error(fault("stopped", "\(stopped), by a signal"))
    case .trouble where result.records == 0:
      return .error(fault("no-records", "no records were found: nothing was checked"))
    case .trouble: return .error(fault("trouble", "the tool could not do its work"))
    case .findings where !result.exceeded.isEmpty:
      return .failure(
        fault("threshold", "over the threshold: \(result.exceeded.joined(separator: ", "))"))
    case .findings where !isRed:
      return .failure(fault("threshold", "the findings of all records together fail the run"))
    case .findings, .clean:
      return result.isComplete ? .passed : .skipped(message: stopped)
    }
  }
}
