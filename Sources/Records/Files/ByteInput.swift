import Glibc

/// An open file, or standard input: its bytes in order, inflated where it is compressed.
struct ByteInput: ~Copyable {
  private let descriptor: Descriptor
  private var inflater: Inflater?
  /// What is left of a text that is read in place of the file's content.
  private var substitute: ArraySlice<UInt8>?

  /// What is known of the file that was opened.
  let status: FileStatus

  /// Opens a file without waiting for a writer, as a FIFO would.
  ///
  /// - Throws: `InputFailure.system`.
  init(path: SourcePath, followsSymlink: Bool, isCompressed: Bool) throws(InputFailure) {
    let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (followsSymlink ? 0 : O_NOFOLLOW)
    let number = path.withCString { open($0, flags) }
    guard number >= 0 else { throw .system(errno) }
    let descriptor = Descriptor(number: number, isOurs: true)
    let status = try FileStatus(descriptor: number)
    self.descriptor = descriptor
    self.status = status
    inflater = isCompressed ? Inflater() : nil
  }

  /// Standard input, which stays open.
  init(standardInputIsCompressed isCompressed: Bool) throws(InputFailure) {
    let status = try FileStatus(descriptor: STDIN_FILENO)
    self.status = status
    descriptor = Descriptor(number: STDIN_FILENO, isOurs: false)
    inflater = isCompressed ? Inflater() : nil
  }

  /// Reads a text in place of the file's content.
  mutating func substitute(_ text: [UInt8]) {
    substitute = text[...]
  }

  var isCompressed: Bool { inflater != nil }

  /// Writes at least one byte and returns how many; 0 at the end.
  mutating func read(into output: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    if let text = substitute {
      let piece = text.prefix(output.count)
      output.copyBytes(from: piece)
      substitute = text.dropFirst(piece.count)
      return piece.count
    }
    let number = descriptor.number
    guard inflater != nil else { return try Self.read(number, into: output) }
    return try inflater?.inflate(into: output) { (input) throws(InputFailure) in
      try Self.read(number, into: input)
    } ?? 0
  }

  private static func read(
    _ descriptor: Int32, into output: UnsafeMutableRawBufferPointer
  ) throws(InputFailure) -> Int {
    while true {
      let count = Glibc.read(descriptor, output.baseAddress, output.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Standard input may be a pipe that somebody else has set to not wait.
        var readiness = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&readiness, 1, -1)
      default: throw .system(errno)
      }
    }
  }
}

/// A file descriptor that closes itself.
private struct Descriptor: ~Copyable {
  let number: Int32
  let isOurs: Bool

  deinit { if isOurs { close(number) } }
}

/// What `stat(2)` says of a file.
struct FileStatus {
  let id: FileID
  let kind: FileKind
  /// In bytes.
  let size: Int

  init(descriptor: Int32) throws(InputFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    self.init(status)
  }

  init(path: SourcePath) throws(InputFailure) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw .system(errno) }
    self.init(status)
  }

  private init(_ status: stat) {
    id = FileID(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    kind = FileKind(mode: status.st_mode)
    size = Int(status.st_size)
  }
}

/// Tells one file from another, whatever its paths.
struct FileID: Hashable {
  let device: UInt64
  let inode: UInt64
}

/// The sort of a file.
enum FileKind: Hashable {
  case regular, folder, symlink
  /// With its article: `a FIFO`.
  case special(String)

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symlink
    case S_IFIFO: self = .special("a FIFO")
    case S_IFSOCK: self = .special("a socket")
    default: self = .special("a device")
    }
  }

  /// With its article.
  var phrase: String {
    switch self {
    case .regular: "a file"
    case .folder: "a folder"
    case .symlink: "a symbolic link"
    case .special(let phrase): phrase
    }
  }
}

/// The system's words for an error number: `Permission denied`.
func systemReason(_ number: Int32) -> String {
  strerror(number).map { String(cString: $0) } ?? "error \(number)"
}
