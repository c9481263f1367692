/// Finds lines in a record's body that was read again.
package enum RecordLine {
  /// The first line of a body that is not that of marks, at most 400 bytes of it; empty where the
  /// body ends there.
  package static func firstDifference(in body: [UInt8], from marks: [UInt32]) -> String {
    String(decoding: LineMarks.firstDifference(in: body, from: marks).prefix(400), as: UTF8.self)
  }
}
