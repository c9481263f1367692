import Files
import Glibc

/// A report's file: written beside its place and put there whole, or never.
///
/// A class because it owns the file: an unfinished one is removed when nobody holds it any more.
/// Standard output, standard error, pipes and devices are written as they are.
package final class ReportFile: ReportSink {
  private let name: String
  private let descriptor: Int32
  /// A file that takes its place at the end; it owns the descriptor.
  private var replacement: ReplacementFile?
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
      (descriptor, capacity) = (1, isatty(1) == 1 ? 0 : 65_536)
      return
    case .standardError:
      (descriptor, capacity) = (2, 0)
      return
    case .appended(let path):
      capacity = 65_536
      descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .create(name, errno: errno) }
      return
    case .file(let given): path = Self.resolved(given)
    }
    capacity = 65_536
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .create(name, errno: errno) }
      return
    }
    try Self.makeFolder(Self.folder(of: path))
    do throws(FileFailure) {
      let file = try ReplacementFile(at: path)
      descriptor = file.descriptor
      replacement = consume file
    } catch {
      throw ReportError(error, name)
    }
  }

  deinit {
    guard isOpen, descriptor > 2, replacement == nil else { return }
    close(descriptor)
  }

  package func write(_ bytes: [UInt8]) throws(ReportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count > capacity { try flush() }
  }

  /// A file beside this one, with the number in its name; none for what is no file of its own.
  package func part(_ number: Int) throws(ReportError) -> ReportFile? {
    guard replacement != nil else { return nil }
    let digits = String(number)
    let tail = "-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let slash = name.lastIndex(of: "/") ?? name.startIndex
    let dot = name[slash...].lastIndex(of: ".") ?? name.endIndex
    return try ReportFile(.file(name[..<dot] + tail + name[dot...]))
  }

  /// Puts the report in its place; afterwards it is closed.
  ///
  /// - Throws: `write`, `replace`.
  package func finish() throws(ReportError) {
    try flush()
    guard descriptor > 2 else { return }
    isOpen = false
    guard replacement != nil else {
      guard close(descriptor) == 0 else { throw .write(name, errno: errno) }
      return
    }
    do throws(FileFailure) {
      try replacement?.commit()
    } catch {
      throw ReportError(error, name)
    }
  }

  /// Writes what waits.
  func flush() throws(ReportError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let cause = writeAll(buffer, to: descriptor) else { return }
    throw .write(name, errno: cause)
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

extension ReportError {
  init(_ failure: FileFailure, _ name: String) {
    switch failure {
    case .folder(let code), .open(let code), .create(let code): self = .create(name, errno: code)
    case .read(let code), .write(let code): self = .write(name, errno: code)
    case .replace(let code): self = .replace(name, errno: code)
    case .symlink: self = .create(name, errno: ELOOP)
    case .notRegular: self = .create(name, errno: EINVAL)
    case .tooLarge: self = .create(name, errno: EFBIG)
    case .changed: self = .replace(name, errno: EBUSY)
    }
  }
}
