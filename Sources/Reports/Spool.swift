import Files
import Glibc

/// Bytes that wait for a head that is not known yet: in memory, then in a file without a name.
///
/// A class because it owns the file.
final class Spool {
  private var memory: [UInt8] = []
  private let capacity: Int
  private var descriptor: Int32 = -1
  private(set) var count = 0

  init(capacity: Int = 1 << 20) {
    self.capacity = capacity
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func append(_ bytes: [UInt8]) throws(ReportError) {
    memory.append(contentsOf: bytes)
    count += bytes.count
    guard memory.count > capacity else { return }
    if descriptor < 0 { descriptor = try Self.openFile() }
    if let cause = writeAll(memory, to: descriptor) { throw .write(Self.name, errno: cause) }
    memory.removeAll(keepingCapacity: true)
  }

  /// Hands over all bytes in order, piece by piece, and is empty afterwards.
  func drain(_ body: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) {
    if descriptor >= 0, count > memory.count {
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .write(Self.name, errno: errno) }
      var left = count - memory.count
      while left > 0 {
        var piece = [UInt8](repeating: 0, count: min(left, 65_536))
        let length = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if length < 0, errno == EINTR { continue }
        guard length > 0 else { throw .write(Self.name, errno: length < 0 ? errno : EIO) }
        piece.removeLast(piece.count - length)
        try body(piece)
        left -= length
      }
      guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
        throw .write(Self.name, errno: errno)
      }
    }
    if !memory.isEmpty { try body(memory) }
    memory.removeAll(keepingCapacity: true)
    count = 0
  }

  private static let name = "the report's temporary file"

  private static func openFile() throws(ReportError) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/stet-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .create(name, errno: errno) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}
