/// The text of one record with the tape of its values.
///
/// A class for its identity: values, findings and link occurrences of one record share it.
package final class Document: Sendable {
  /// The record's text, from its first byte to its last: valid UTF-8.
  package let bytes: [UInt8]
  package let tape: [Node]
  package let origin: Origin

  /// Makes a document of text that a reader has checked; `tape` is not empty.
  package init(bytes: [UInt8], tape: [Node], origin: Origin) {
    precondition(!tape.isEmpty)
    self.bytes = bytes
    self.tape = tape
    self.origin = origin
  }

  /// The outermost value.
  package var root: Value { Value(document: self, index: 0) }

  /// The place of a byte offset of `bytes` in the file.
  package func location(of offset: Int) -> SourceLocation {
    origin.location(of: offset, in: bytes)
  }

  /// The place of a byte range of `bytes` in the file.
  package func span(of range: Range<Int>) -> SourceSpan {
    SourceSpan(start: location(of: range.lowerBound), end: location(of: range.upperBound))
  }
}

/// Where a document's bytes lie: its file, and the place of its first byte in it.
package struct Origin: Hashable, Sendable {
  package let file: String
  /// Of the document's first byte.
  package let offset: Int
  package let line: Int
  package let column: Int
  package let columnInUTF8: Int

  package init(
    file: String, offset: Int = 0, line: Int = 1, column: Int = 1, columnInUTF8: Int = 1
  ) {
    self.file = file
    self.offset = offset
    self.line = line
    self.column = column
    self.columnInUTF8 = columnInUTF8
  }

  /// The place in the file of `bytes[target]`, where `bytes` start at this origin.
  ///
  /// Counts lines from the start: linear, so for findings and not for every value. Bytes that
  /// are no UTF-8 count as a column each.
  package func location(of target: Int, in bytes: [UInt8]) -> SourceLocation {
    var line = line
    var lineStart = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<min(target, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
    }
    var points = 0
    for byte in bytes[lineStart..<max(lineStart, min(target, bytes.count))]
    where byte & 0xC0 != 0x80 {
      points += 1
    }
    let isFirstLine = lineStart == 0
    return SourceLocation(
      file: file, line: line,
      column: points + (isFirstLine ? column : 1),
      columnInUTF8: target - lineStart + (isFirstLine ? columnInUTF8 : 1),
      offset: offset + target)
  }
}
