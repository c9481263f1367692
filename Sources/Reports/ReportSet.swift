package import Model

/// All reports of one run. Each call goes to every one of them.
///
/// A report that cannot be written is given up and listed in `failures`; the others go on.
package struct ReportSet {
  private var reports: [Report] = []
  /// What went wrong. A caller looks here after `finish`: then the exit status is 2.
  package private(set) var failures: [ReportError] = []

  /// Opens all outputs, so that a wrong path is known before the run.
  ///
  /// - Throws: `sharedOutput`, `folder`, `create`.
  package init(_ requests: [ReportRequest], options: ReportOptions) throws(ReportError) {
    var names: [String] = []
    for request in requests {
      let name = request.output.name
      guard !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw .sharedOutput(name)
      }
      names.append(name)
      let file = try ReportFile(request.output)
      var options = options
      switch request.output {
      case .standardOutput, .standardError: break
      case .file, .appended:
        // Colours, links and width are those of the terminal.
        options.text.isColored = false
        options.text.hyperlinks = nil
        options.text.width = nil
      }
      reports.append(Report(format: request.format.init(options: options), file: file))
    }
  }

  package mutating func begin(_ header: RunHeader) {
    forEach { report throws(ReportError) in try report.format.begin(header, to: report.file) }
  }

  package mutating func record(_ record: RecordReport) {
    forEach { report throws(ReportError) in try report.format.record(record, to: report.file) }
  }

  package mutating func link(_ link: LinkReport) {
    forEach { report throws(ReportError) in try report.format.link(link, to: report.file) }
  }

  /// Hands on what a native report tells.
  package mutating func take(_ event: ResultEvent) {
    switch event {
    case .header(let header): begin(header)
    case .record(let report): record(report)
    case .link(let report): link(report)
    case .result(let result): finish(result)
    }
  }

  /// Ends every report and puts it in its place. When a report has failed by now, the others say
  /// that the run is in trouble, as its exit status does.
  package mutating func finish(_ result: RunResult) {
    forEach { report throws(ReportError) in try report.file.flush() }
    var result = result
    if !failures.isEmpty, result.exit == .clean || result.exit == .findings {
      result.exit = .trouble
    }
    forEach { report throws(ReportError) in
      try report.format.finish(result, to: report.file)
      try report.file.finish()
    }
    reports = []
  }

  private mutating func forEach(_ body: (inout Report) throws(ReportError) -> Void) {
    var failed: [Int] = []
    for index in reports.indices {
      do throws(ReportError) {
        try body(&reports[index])
      } catch {
        failures.append(error)
        failed.append(index)
      }
    }
    for index in failed.reversed() { reports.remove(at: index) }
  }

  private struct Report {
    var format: any ReportFormat
    let file: ReportFile
  }
}
