/// Where a report's bytes go.
package protocol ReportSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(ReportError)

  /// A further file of the same report, `stet-0001.xml` for `stet.xml`; none where there can be only
  /// one. The report finishes it.
  func part(_ number: Int) throws(ReportError) -> ReportFile?
}

extension ReportSink {
  func write(_ text: String) throws(ReportError) {
    try write(Array(text.utf8))
  }

  package func part(_ number: Int) throws(ReportError) -> ReportFile? { nil }
}
