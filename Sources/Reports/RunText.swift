import Model

/// What reports say of a run as a whole.
enum RunText {
  static let incomplete = "The run was stopped before everything was read and checked."

  /// `2 errors, 1 warning`; `no findings` for none.
  static func findings(_ result: RunResult) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = result.findings[severity, default: 0]
      return count == 0 ? nil : Counted.text(count, severity.rawValue)
    }
    return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
  }

  /// What came of the run, in one word or few.
  static func conclusion(_ result: RunResult) -> String {
    switch result.exit {
    case .clean: result.isComplete ? "passed" : "passed as far as it went"
    case .findings: "failed"
    case .trouble: "could not do its work"
    case .interrupted, .terminated: "was stopped by a signal"
    }
  }
}

extension Severity {
  /// As formats call it that know no note: `info`.
  var infoName: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
