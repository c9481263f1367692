import Glibc

/// Reads the text of a YAML file, whatever lies at its path.
package enum YAMLFile {
  /// Why a file cannot be read, as a phrase.
  package struct Unreadable: Error, Hashable {
    package let reason: String
  }

  /// The text of a file; a little more than is read as YAML where it is too long, so that the
  /// reader tells it.
  package static func text(of path: String) throws(Unreadable) -> String {
    // Not to wait for the other end of a pipe.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Unreadable(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Unreadable(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Unreadable(
        reason: status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no file")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= YAMLNode.longestFile {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Unreadable(errno) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    guard bytes.count <= YAMLNode.longestFile else {
      return String(repeating: " ", count: YAMLNode.longestFile + 1)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Unreadable(reason: "it is not UTF-8")
    }
    return text
  }
}

extension YAMLFile.Unreadable {
  init(_ code: Int32) {
    reason = String(cString: strerror(code))
  }
}
