/// A point in a source: file, line, column, byte offset.
///
/// Two columns are kept, because the formats differ: UTF-8 bytes (rdjson) and Unicode code points
/// (SARIF, terminals, people).
package struct SourceLocation: Hashable, Sendable {
  /// The path as it was given or found; `-` or the name from `--stdin-name` for standard input.
  package let file: String
  /// From 1.
  package let line: Int
  /// In Unicode code points, from 1.
  package let column: Int
  /// In UTF-8 bytes, from 1.
  package let columnInUTF8: Int
  /// In bytes from the start of the file, from 0.
  package let offset: Int

  package init(file: String, line: Int, column: Int, columnInUTF8: Int, offset: Int) {
    self.file = file
    self.line = line
    self.column = column
    self.columnInUTF8 = columnInUTF8
    self.offset = offset
  }
}

/// A stretch of a source; the end is the point after its last byte.
package struct SourceSpan: Hashable, Sendable {
  package let start: SourceLocation
  package let end: SourceLocation

  package init(start: SourceLocation, end: SourceLocation) {
    self.start = start
    self.end = end
  }
}
