import Glibc
import Model

/// The part of an input that is in memory, and where it lies in the input.
struct InputWindow: ~Copyable {
  private var input: ByteInput
  private var storage: [UInt8]
  private var start = 0
  private var end = 0
  private var isInputAtEnd = false
  /// Why nothing more came; all bytes before it have come.
  private(set) var failure: InputFailure?
  /// Of the first byte that is not taken yet.
  private(set) var origin: Origin

  private static let block = 256 << 10

  init(input: consuming ByteInput, name: String) {
    let isSmallFile = !input.isCompressed && input.status.kind == .regular
    let size = isSmallFile ? max(4 << 10, min(input.status.size + 1, Self.block)) : Self.block
    self.input = input
    storage = [UInt8](repeating: 0, count: size)
    origin = Origin(file: name)
  }

  var isCompressed: Bool { input.isCompressed }

  /// The number of bytes in memory that are not taken yet.
  var count: Int { end - start }

  /// Whether nothing more will come.
  var isAtEnd: Bool { isInputAtEnd }

  subscript(offset: Int) -> UInt8 { storage[start + offset] }

  /// A copy of bytes that are not taken yet.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    Array(storage[start + range.lowerBound..<start + range.upperBound])
  }

  /// Reads the value that stands first.
  func value(by reader: JSONReader) throws(JSONError) -> (reading: JSONReading, end: Int) {
    try reader.prefix(of: storage.span.extracting(start..<end))
  }

  /// The first offset from that one on that holds that byte.
  func offset(of byte: UInt8, from offset: Int) -> Int? {
    storage.withUnsafeBytes { storage in
      guard offset < end - start, let base = storage.baseAddress,
        let found = memchr(base + start + offset, Int32(byte), end - start - offset)
      else { return nil }
      return UnsafeRawPointer(found) - base - start
    }
  }

  /// The piece of the source around bytes that are not taken yet.
  func excerpt(of range: Range<Int>) -> Excerpt {
    Excerpt(of: start + range.lowerBound..<start + range.upperBound, in: storage[..<end])
  }

  /// Waits for more bytes, and says whether some came.
  mutating func fill() -> Bool {
    guard !isInputAtEnd else { return false }
    makeRoom()
    let count = storage.withUnsafeMutableBytes { storage in
      do throws(InputFailure) {
        return try input.read(into: UnsafeMutableRawBufferPointer(rebasing: storage[end...]))
      } catch {
        failure = error
        return 0
      }
    }
    end += count
    isInputAtEnd = count == 0
    return count > 0
  }

  /// Takes bytes that hold no line break but perhaps as the last.
  mutating func takeLine(_ count: Int, hasBreak: Bool) {
    start += count
    let origin = origin
    self.origin =
      hasBreak
      ? Origin(file: origin.file, offset: origin.offset + count, line: origin.line + 1)
      : Origin(
        file: origin.file, offset: origin.offset + count, line: origin.line,
        column: origin.column + count, columnInUTF8: origin.columnInUTF8 + count)
  }

  /// Takes bytes of any sort.
  mutating func take(_ count: Int) {
    origin = origin.advanced(over: storage.span.extracting(start..<start + count))
    start += count
  }

  /// Takes a byte-order mark.
  mutating func takeByteOrderMark() {
    start += 3
    origin = .afterByteOrderMark(of: origin.file)
  }

  private mutating func makeRoom() {
    guard end == storage.count else { return }
    let count = count
    if start > 0 {
      storage.withUnsafeMutableBytes { storage in
        guard let base = storage.baseAddress else { return }
        memmove(base, base + start, count)
      }
      start = 0
      end = count
    }
    if count > storage.count / 2 {
      storage.append(contentsOf: repeatElement(0, count: storage.count))
    }
  }
}
