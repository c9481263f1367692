import Glibc

/// A report's file: written beside its place and put there whole, or never.
///
/// A class because it owns the file: an unfinished one is removed when nobody holds it any more.
/// Standard output, standard error, pipes and devices are written as they are.
package final class ReportFile: ReportSink {
  private let name: String
  private let descriptor: Int32
  /// Of a file that takes its place at the end.
  private let replacement: Replacement?
  private var buffer: [UInt8] = []
  private let capacity: Int
  private var isOpen = true

  /// Opens the output, with its parent folders.
  ///
  /// - Throws: `folder`, `create`.
  package init(_ output: ReportOutput) throws(ReportError) {
    name = output.name
    let path: String
    switch output {
    case .standardOutput:
      (descriptor, replacement, capacity) = (1, nil, isatty(1) == 1 ? 0 : 65_536)
      return
    case .standardError:
      (descriptor, replacement, capacity) = (2, nil, 0)
      return
    case .file(let given): path = Self.resolved(given)
    }
    capacity = 65_536
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      replacement = nil
      guard descriptor >= 0 else { throw .create(name, errno: errno) }
      return
    }
    let folder = Self.folder(of: path)
    try Self.makeFolder(folder)
    var attempt = 0
    while true {
      let temporary = "\(folder)/.stet-\(getpid())-\(attempt).tmp"
      let opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
      if opened >= 0 {
        descriptor = opened
        replacement = Replacement(temporary: temporary, final: path, folder: folder)
        return
      }
      guard errno == EEXIST, attempt < 1_000 else { throw .create(name, errno: errno) }
      attempt += 1
    }
  }

  deinit {
    guard isOpen, descriptor > 2 else { return }
    close(descriptor)
    if let replacement { unlink(replacement.temporary) }
  }

  package func write(_ bytes: [UInt8]) throws(ReportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count > capacity { try flush() }
  }

  /// Puts the report in its place; afterwards it is closed.
  ///
  /// - Throws: `write`, `replace`.
  package func finish() throws(ReportError) {
    try flush()
    guard descriptor > 2 else { return }
    guard let replacement else {
      isOpen = false
      guard close(descriptor) == 0 else { throw .write(name, errno: errno) }
      return
    }
    guard fsync(descriptor) == 0 else { throw .write(name, errno: errno) }
    isOpen = false
    guard close(descriptor) == 0 else {
      let cause = errno
      unlink(replacement.temporary)
      throw .write(name, errno: cause)
    }
    guard rename(replacement.temporary, replacement.final) == 0 else {
      let cause = errno
      unlink(replacement.temporary)
      throw .replace(name, errno: cause)
    }
    // Without this a power failure may forget the new name. Some file systems refuse it: no harm.
    let folder = open(replacement.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Writes what waits.
  func flush() throws(ReportError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let cause = writeAll(buffer, to: descriptor) else { return }
    throw .write(name, errno: cause)
  }

  private struct Replacement {
    let temporary: String
    let final: String
    let folder: String
  }
}

extension ReportFile {
  /// The file behind symbolic links, so that the link stays one; the path itself for a new file.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeFolder(_ folder: String) throws(ReportError) {
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder != ".", folder != "/" else {
      throw .folder(folder, errno: errno)
    }
    try makeFolder(Self.folder(of: folder))
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .folder(folder, errno: errno)
    }
  }
}

/// Writes all bytes, however many calls it takes; the error number when that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
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
