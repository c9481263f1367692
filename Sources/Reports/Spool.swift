import Files

/// Bytes that wait for a head that is not known yet: in memory, then in a file without a name.
///
/// A class because it owns the file.
final class Spool {
  private var memory: [UInt8] = []
  private let capacity: Int
  private var file: TemporaryFile?

  init(capacity: Int = 1 << 20) {
    self.capacity = capacity
  }

  /// In bytes.
  var count: Int { (file?.count ?? 0) + memory.count }

  func append(_ bytes: [UInt8]) throws(ReportError) {
    memory.append(contentsOf: bytes)
    guard memory.count > capacity else { return }
    do throws(FileFailure) {
      if file == nil { file = try TemporaryFile() }
      try file?.append(memory)
    } catch {
      throw ReportError(error, Self.name)
    }
    memory.removeAll(keepingCapacity: true)
  }

  /// Hands over all bytes in order, piece by piece, and is empty afterwards.
  func drain(_ body: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) {
    let end = file?.count ?? 0
    var position = 0
    while position < end, let piece = try piece(position..<min(position + 65_536, end)) {
      try body(piece)
      position += piece.count
    }
    if !memory.isEmpty { try body(memory) }
    memory.removeAll(keepingCapacity: true)
    file = nil
  }

  /// Bytes that were added.
  func bytes(_ range: Range<Int>) throws(ReportError) -> [UInt8] {
    let end = file?.count ?? 0
    let stored = range.clamped(to: 0..<end)
    let bytes = stored.isEmpty ? [] : try piece(stored) ?? []
    return bytes + memory[max(0, range.lowerBound - end)..<max(0, range.upperBound - end)]
  }

  private func piece(_ range: Range<Int>) throws(ReportError) -> [UInt8]? {
    do throws(FileFailure) {
      return try file?.bytes(range)
    } catch {
      throw ReportError(error, Self.name)
    }
  }

  private static let name = "the report's temporary file"
}
