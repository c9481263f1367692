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

extension Document {
  /// The tape index of the value of an object's first member of that name, compared byte by byte.
  func member(named name: UnsafeBufferPointer<UInt8>, ofObject object: Int) -> Int? {
    var key = object + 1
    let end = tape[object].nextIndex
    while key < end {
      if isKey(tape[key], named: name) { return key + 1 }
      key = tape[key + 1].nextIndex
    }
    return nil
  }

  /// Whether a key's decoded name is that one, byte by byte.
  func isKey(_ key: Node, named name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !key.hasEscapes else {
      return JSONText(document: self, node: key).decoded().elementsEqual(name)
    }
    let start = key.range.lowerBound + 1
    guard key.range.count - 2 == name.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      name.indices.allSatisfy { bytes[start + $0] == name[$0] }
    }
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
  /// Counts lines from the start: linear, so for findings and links and not for every value.
  package func location(of target: Int, in bytes: [UInt8]) -> SourceLocation {
    let place = advanced(over: bytes.span.extracting(first: min(target, bytes.count)))
    return SourceLocation(
      file: file, line: place.line, column: place.column, columnInUTF8: place.columnInUTF8,
      offset: offset + target)
  }

  /// The place after bytes that start here. Continuation bytes of UTF-8 take no column.
  package func advanced(over bytes: Span<UInt8>) -> Origin {
    // Places are asked for often: the bytes are counted by words.
    bytes.withUnsafeBufferPointer { bytes in
      let breaks = bytes.lineBreaks
      var lineStart = breaks == 0 ? 0 : bytes.count
      while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
      let points = UnsafeBufferPointer(rebasing: bytes[lineStart...]).codePoints
      return Origin(
        file: file, offset: offset + bytes.count, line: line + breaks,
        column: points + (breaks == 0 ? column : 1),
        columnInUTF8: bytes.count - lineStart + (breaks == 0 ? columnInUTF8 : 1))
    }
  }
}
