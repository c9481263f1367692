import Glibc

/// A regular file, read whole, that remembers what it was: it is replaced only while it is still
/// the same. Symbolic links are not followed.
package struct PlainFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  private let status: stat

  /// The largest file that is read.
  package static let limit = 1 << 30

  /// - Throws: `open`, `symlink`, `notRegular`, `tooLarge`, `read`.
  package init(_ path: String) throws(FileFailure) {
    let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ELOOP ? .symlink : .open(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .read(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard Int(status.st_size) <= Self.limit else { throw .tooLarge }
    bytes = try Self.read(descriptor, count: Int(status.st_size))
    self.path = path
    self.status = status
  }

  /// Whether somebody has written the file after that point of `CLOCK_REALTIME`.
  package func isNewer(thanSeconds seconds: Int, nanoseconds: Int) -> Bool {
    (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) > (seconds, nanoseconds)
  }

  /// Puts other bytes in the place of the file, with its mode and owner.
  ///
  /// - Throws: `changed` when the file is not what was read; `folder`, `create`, `write`, `replace`.
  package func replace(with bytes: [UInt8]) throws(FileFailure) {
    var replacement = try ReplacementFile(at: path, mode: 0o600)
    try replacement.write(bytes)
    try replacement.resemble(status)
    var now = stat()
    guard lstat(path, &now) == 0, isSame(now) else { throw .changed }
    try replacement.commit()
  }

  private func isSame(_ other: stat) -> Bool {
    (status.st_dev, status.st_ino, status.st_size) == (other.st_dev, other.st_ino, other.st_size)
      && status.st_mode == other.st_mode
      && (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        == (other.st_mtim.tv_sec, other.st_mtim.tv_nsec)
  }

  private static func read(_ descriptor: Int32, count: Int) throws(FileFailure) -> [UInt8] {
    // One byte more, so that a file that has grown is seen.
    var bytes = [UInt8](repeating: 0, count: count + 1)
    var filled = 0
    while filled < bytes.count {
      let length = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else { throw .read(errno: errno) }
      if length == 0 { break }
      filled += length
    }
    guard filled == count else { throw .changed }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
