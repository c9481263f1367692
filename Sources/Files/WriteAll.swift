import Glibc

/// Writes all bytes, however many calls it takes; the error number when that fails.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { bytes in
    var offset = 0
    while offset < bytes.count {
      guard let base = bytes.baseAddress else { break }
      let written = Glibc.write(descriptor, base + offset, bytes.count - offset)
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += written
    }
    return nil
  }
}
