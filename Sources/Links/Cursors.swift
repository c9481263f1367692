import Glibc
import Model

/// Counts lines and code points up to ascending offsets of a text, in one pass over it.
struct TextCursor {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  /// Code points between the line's start and `offset`.
  private var points = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The place of an offset that is not before the one asked for last: all but `lineStart` from 1.
  mutating func place(
    of target: Int
  ) -> (line: Int, column: Int, columnInUTF8: Int, lineStart: Int) {
    let target = min(target, bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      while offset < target, let found = memchr(base + offset, 0x0A, target - offset) {
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        line += 1
        lineStart = offset
        points = 0
      }
      guard offset < target else { return }
      points += UnsafeBufferPointer(rebasing: bytes[offset..<target]).codePoints
      offset = target
    }
    return (line, points + 1, offset - lineStart + 1, lineStart)
  }
}

/// Finds the places in the file of ascending offsets of a document.
///
/// `Document.location` counts from the start each time, which is quadratic for many links.
struct LocationCursor {
  private let origin: Origin
  private var text: TextCursor
  private var last: (offset: Int, location: SourceLocation)?
  private let document: Document

  init(_ document: Document) {
    self.document = document
    origin = document.origin
    text = TextCursor(document.bytes)
  }

  mutating func location(of offset: Int) -> SourceLocation {
    // The links of one `srcset` may share a place; all others follow one another.
    if let last, offset < last.offset { return document.location(of: offset) }
    let place = text.place(of: offset)
    let isFirstLine = place.lineStart == 0
    let location = SourceLocation(
      file: origin.file, line: origin.line + place.line - 1,
      column: place.column + (isFirstLine ? origin.column - 1 : 0),
      columnInUTF8: place.columnInUTF8 + (isFirstLine ? origin.columnInUTF8 - 1 : 0),
      offset: origin.offset + offset)
    last = (offset, location)
    return location
  }
}
