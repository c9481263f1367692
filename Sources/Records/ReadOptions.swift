import Model

/// The limits of reading, and the name of standard input.
package struct ReadOptions: Hashable, Sendable {
  /// The largest record that is read, in bytes of its text; at most `ReadOptions.greatestLimit`.
  package var recordLimit: Int
  /// The deepest nesting of a record.
  package var depthLimit: Int
  /// What standard input is called; an extension that is known decides its format.
  package var standardInputName: String
  /// What is read in place of the content of some files, by path: edits that are not written yet.
  package var overlays: [[UInt8]: [UInt8]] = [:]
  /// The names on the way to a record's slug.
  package var keyNames = Record.usualKeyNames

  package static let defaultRecordLimit = 16 << 20
  package static let greatestLimit = 1 << 30

  package init(
    recordLimit: Int = ReadOptions.defaultRecordLimit, depthLimit: Int = 512,
    standardInputName: String = "-"
  ) {
    self.recordLimit = max(1, min(recordLimit, Self.greatestLimit))
    self.depthLimit = depthLimit
    self.standardInputName = standardInputName
  }
}
