/// The piece of a source line that a finding points at, short enough for a terminal.
package struct Excerpt: Hashable, Sendable {
  /// At most `Excerpt.width` code points or so of one line, as it stands in the source.
  package let text: String
  /// The code points of `text` that the finding is about; empty for a point.
  package let marked: Range<Int>
  /// Whether the line goes on before or after `text`.
  package let isCutBefore: Bool
  package let isCutAfter: Bool

  /// The widest excerpt, in code points.
  package static let width = 96

  /// An excerpt that was cut before.
  package init(text: String, marked: Range<Int>, isCutBefore: Bool, isCutAfter: Bool) {
    self.text = text
    self.marked = marked
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }

  /// Cuts an excerpt out of source bytes around a byte range; bad UTF-8 becomes U+FFFD.
  ///
  /// A range over several lines is marked up to the end of its first line.
  package init(of range: Range<Int>, in bytes: [UInt8]) {
    self.init(of: range, in: bytes[...])
  }

  /// Like ``init(of:in:)`` for a range that is counted from the start of the slice.
  package init(of range: Range<Int>, in bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBufferPointer { Excerpt(of: range, in: $0) }
  }

  private init(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    func isLineEnd(_ offset: Int) -> Bool {
      bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
    }
    func isBoundary(_ offset: Int) -> Bool {
      offset <= 0 || offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
    }
    let start = max(0, min(range.lowerBound, bytes.count))
    var markEnd = start
    while markEnd < min(range.upperBound, bytes.count), !isLineEnd(markEnd) { markEnd += 1 }

    let markWidth = min(markEnd - start, Self.width)
    let before = min(40, (Self.width - markWidth) / 2 + 8)
    var from = start
    while from > 0, start - from < before, !isLineEnd(from - 1) { from -= 1 }
    while !isBoundary(from) { from -= 1 }
    var to = start
    while to < bytes.count, to - from < Self.width, !isLineEnd(to) { to += 1 }
    while !isBoundary(to) { to += 1 }
    while from < start, from < to, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }

    func text(_ range: Range<Int>) -> String {
      let text = bytes[range.lowerBound..<max(range.lowerBound, range.upperBound)]
      return String(decoding: text, as: UTF8.self)
    }
    self.text = text(from..<to)
    let lead = text(from..<start).unicodeScalars.count
    marked = lead..<lead + text(start..<max(start, min(markEnd, to))).unicodeScalars.count
    isCutBefore = from > 0 && !isLineEnd(from - 1) && bytes[from - 1] != 0x20
    isCutAfter = to < bytes.count && !isLineEnd(to)
  }
}
