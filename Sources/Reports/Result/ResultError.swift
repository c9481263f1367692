/// Why a native report cannot be read, and where in it.
package struct ResultError: Error, Hashable, Sendable {
  /// The report's path; `-` for standard input.
  package let file: String
  /// From 1; 0 where it is about the file as a whole.
  package let line: Int
  /// In code points, from 1; none where it is about the line as a whole.
  package let column: Int?
  package let reason: Reason

  package enum Reason: Hashable, Sendable {
    /// An `errno` value of Linux.
    case cannotRead(Int32)
    /// A sentence.
    case notJSON(String)
    case tooLong
    case missing(String)
    /// A member that is not what it must be: `a number from 0`.
    case wrong(String, expected: String)
    case unknownLine(String)
    /// Written by a newer program.
    case schema(Int)
    /// Another line than `run` is the first.
    case noRun
    /// A line that may not stand there.
    case misplaced(String)
    /// A link of a record without its `link` line.
    case unknownLink(Int)
    /// The last line is no summary.
    case cut
  }

  package init(file: String, line: Int, column: Int? = nil, _ reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}
