/// Why a text is no YAML that is read here, and where.
package struct YAMLError: Error, Hashable, Sendable {
  /// Line 1, column 1 where the text as a whole is at fault.
  package let mark: YAMLMark
  package let fault: Fault

  init(mark: YAMLMark = YAMLMark(line: 1, column: 1), fault: Fault) {
    self.mark = mark
    self.fault = fault
  }

  package enum Fault: Hashable, Sendable {
    /// An anchor or an alias.
    case anchor
    case duplicateKey(String)
    case emptyFile
    case keyIsNoText
    case notYAML(String)
    /// The limit in bytes.
    case tooLarge(limit: Int)
  }
}
