import Files
import Glibc

/// Frames of bytes in the order in which they came: in memory, and what is over the bound in a file
/// without a name.
///
/// A class because it owns the file.
final class Spill {
  private var memory: [UInt8] = []
  private let capacity: Int
  private var file: TemporaryFile?

  /// - Parameter capacity: the most bytes in memory, but for the last frame.
  init(capacity: Int = 4 << 20) {
    self.capacity = capacity
  }

  /// Whether some of it lies on the disk.
  var isOnDisk: Bool { file != nil }

  /// - Throws: `create`, `write`.
  func append(_ frame: [UInt8]) throws(FileFailure) {
    withUnsafeBytes(of: UInt64(frame.count).littleEndian) { memory.append(contentsOf: $0) }
    memory.append(contentsOf: frame)
    guard memory.count > capacity else { return }
    if file == nil { file = try TemporaryFile() }
    try file?.append(memory)
    memory.removeAll(keepingCapacity: true)
  }

  /// Goes through all frames; as often as wanted.
  func forEach(
    _ body: (ArraySlice<UInt8>) throws(RunError) -> Void
  ) throws(RunError) {
    var position = 0
    let end = file?.count ?? 0
    while position < end {
      var block = try block(at: position, count: Self.blockSize)
      // A frame may be longer than a block.
      let first = Self.length(of: block[...])
      if first > block.count { block = try self.block(at: position, count: first) }
      position += try Self.read(block, body)
    }
    _ = try Self.read(memory, body)
  }

  private static let header = MemoryLayout<UInt64>.size
  private static let blockSize = 1 << 18

  /// Reads the whole frames at the start of a block, and gives their length.
  private static func read(
    _ block: [UInt8], _ body: (ArraySlice<UInt8>) throws(RunError) -> Void
  ) throws(RunError) -> Int {
    var rest = block[...]
    while !rest.isEmpty {
      let length = length(of: rest)
      guard length <= rest.count else { break }
      try body(rest.prefix(length).dropFirst(header))
      rest = rest.dropFirst(length)
    }
    return rest.startIndex
  }

  /// Of the first frame with its header; more than there is where even that is cut.
  private static func length(of frames: ArraySlice<UInt8>) -> Int {
    guard frames.count >= header else { return frames.count + 1 }
    return header
      + frames.prefix(header).reversed().reduce(0) { length, byte in length << 8 | Int(byte) }
  }

  private func block(at position: Int, count: Int) throws(RunError) -> [UInt8] {
    do throws(FileFailure) {
      let end = min(position + count, file?.count ?? 0)
      let block = try file?.bytes(position..<end) ?? []
      guard block.count >= min(Self.header, end - position) else { throw .read(errno: EIO) }
      return block
    } catch {
      throw .spill(error)
    }
  }
}
