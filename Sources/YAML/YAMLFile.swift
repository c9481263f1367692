import Glibc

/// Reads the text of a YAML file, whatever lies at its path.
package enum YAMLFile {
  /// The text of a file; a little more than is read as YAML where it is too long, so that the
  /// reader tells it.
  ///
  /// - Throws: ``YAMLError`` for what is no file or cannot be read, with the place of the first byte
  ///   that is no UTF-8.
  package static func text(of path: String) throws(YAMLError) -> String {
    // Not to wait for the other end of a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw YAMLError(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw YAMLError(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw YAMLError(
        fault: .unreadable(
          reason: status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no file"))
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= YAMLNode.longestFile {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw YAMLError(errno) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    guard bytes.count <= YAMLNode.longestFile else {
      return String(repeating: " ", count: YAMLNode.longestFile + 1)
    }
    // UTF-16 without a byte order mark is UTF-8 with NULs.
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw YAMLError(mark: firstFlaw(in: bytes), fault: .notUTF8)
    }
    return text
  }

  /// The place of the first byte that is no UTF-8 text.
  private static func firstFlaw(in bytes: [UInt8]) -> YAMLMark {
    // Reading puts U+FFFD where it fails.
    var (line, column) = (1, 1)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" || scalar == "\0" { break }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return YAMLMark(line: line, column: column)
  }
}

extension YAMLError {
  fileprivate init(_ code: Int32) {
    self.init(fault: .unreadable(reason: String(cString: strerror(code))))
  }
}
