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
      // A loop that the compiler turns into vector code.
      var added = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[offset..<max(offset, target)]) {
        added &+= byte & 0xC0 == 0x80 ? 0 : 1
      }
      points += added
      offset = max(offset, target)
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

/// Finds the source bytes of ascending offsets of a decoded JSON string. RFC 8259, section 7.
///
/// `JSONText.sourceRange` walks from the start each time, which is quadratic for many links.
struct DecodedCursor {
  private let text: JSONText
  private var decoded = 0
  private var source: Int

  init(_ text: JSONText) {
    self.text = text
    source = text.range.lowerBound
  }

  /// An offset inside the encoding of an escaped character belongs to the start of its escape.
  mutating func sourceOffset(of target: Int) -> Int {
    guard text.hasEscapes else { return text.range.lowerBound + target }
    if target < decoded { return text.sourceRange(ofDecoded: target..<target + 1).lowerBound }
    text.document.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let end = text.range.upperBound
      while decoded < target, source < end {
        let wanted = min(target - decoded, end - source)
        let found = memchr(base + source, Int32(UInt8(ascii: "\\")), wanted)
        let plain = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) - source } ?? wanted
        source += plain
        decoded += plain
        guard found != nil, decoded < target else { continue }
        let escape = Self.escape(bytes, at: source)
        if decoded + escape.decoded > target { return }
        source += escape.source
        decoded += escape.decoded
      }
    }
    return source
  }

  /// The lengths of an escape in the source and decoded.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (source: Int, decoded: Int) {
    guard start + 5 < bytes.count, bytes[start + 1] == UInt8(ascii: "u") else { return (2, 1) }
    let unit = hexadecimal(bytes, at: start + 2)
    if unit & 0xFC00 == 0xD800, start + 11 < bytes.count,
      bytes[start + 6] == UInt8(ascii: "\\"), bytes[start + 7] == UInt8(ascii: "u"),
      hexadecimal(bytes, at: start + 8) & 0xFC00 == 0xDC00
    {
      return (12, 4)
    }
    // A lone surrogate is decoded as U+FFFD, which is as long.
    return (6, unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3)
  }

  private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var value = 0
    for index in start..<start + 4 {
      let digit = bytes[index] < 0x3A ? bytes[index] &- 0x30 : (bytes[index] | 0x20) &- 0x57
      value = value << 4 | Int(digit & 0xF)
    }
    return value
  }
}
