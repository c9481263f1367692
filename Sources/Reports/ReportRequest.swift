/// One `--report FORMAT[=FILE]`.
package struct ReportRequest: Sendable {
  package let format: any ReportFormat.Type
  package let output: ReportOutput

  package init(format: any ReportFormat.Type, output: ReportOutput) {
    self.format = format
    self.output = output
  }

  /// Reads `junit=out/stet.xml`; without a file, or with `-`, standard output.
  ///
  /// - Throws: `unknownFormat`, `noFile`.
  package init(parsing argument: String) throws(ReportError) {
    let parts = argument.utf8.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map { String($0) ?? "" } ?? ""
    guard let format = ReportFormats.named(name) else {
      throw .unknownFormat(name, known: ReportFormats.all.map { $0.name })
    }
    self.format = format
    guard parts.count > 1 else {
      output = .standardOutput
      return
    }
    let file = String(parts[1]) ?? ""
    guard !file.utf8.isEmpty else { throw .noFile(format: name) }
    output = file == "-" ? .standardOutput : .file(file)
  }
}

/// Where a report goes.
package enum ReportOutput: Sendable {
  case standardOutput
  case standardError
  case file(String)
  /// A file of others that the report is put behind.
  case appended(String)

  /// What errors call it.
  package var name: String {
    switch self {
    case .standardOutput: "-"
    case .standardError: "standard error"
    case .file(let path), .appended(let path): path
    }
  }
}
