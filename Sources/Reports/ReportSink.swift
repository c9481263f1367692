/// Where a report's bytes go.
package protocol ReportSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(ReportError)
}

extension ReportSink {
  func write(_ text: String) throws(ReportError) {
    try write(Array(text.utf8))
  }
}
