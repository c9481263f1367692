import Glibc

/// A file without a name in `TMPDIR`, or `/tmp`: nothing of it is left when the process ends,
/// however it ends.
package struct TemporaryFile: ~Copyable {
  private let descriptor: Int32
  /// In bytes.
  package private(set) var count = 0

  /// - Throws: `create`
  package init() throws(FileFailure) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var opened = open(folder, Self.withoutName | O_RDWR | O_CLOEXEC | O_EXCL, 0o600)
    if opened < 0, errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL {
      // The file system knows no files without names.
      var template = Array("\(folder)/stet-XXXXXX".utf8CString)
      opened = mkstemp(&template)
      if opened >= 0 {
        unlink(template)
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
      }
    }
    guard opened >= 0 else { throw .create(errno: errno) }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// - Throws: `write`
  package mutating func append(_ bytes: [UInt8]) throws(FileFailure) {
    if let cause = writeAll(bytes, to: descriptor) { throw .write(errno: cause) }
    count += bytes.count
  }

  /// The bytes of a range, or the first of them.
  ///
  /// - Throws: `read`
  package func bytes(_ range: Range<Int>) throws(FileFailure) -> [UInt8] {
    var length = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      repeat {
        length = pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound))
      } while length < 0 && errno == EINTR
      filled = max(0, length)
    }
    // Nothing takes bytes off a file without a name.
    guard length > 0 || range.isEmpty else { throw .read(errno: length < 0 ? errno : EIO) }
    return bytes
  }

  /// `O_TMPFILE`, which Glibc's module does not show. open(2); asm-generic/fcntl.h.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY
}
