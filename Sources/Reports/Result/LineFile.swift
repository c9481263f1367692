import Files
import Glibc

/// The lines of a file, or of standard input, which can be read more than once.
///
/// A class because it owns the file. What cannot be read twice is copied to a file without a name.
final class LineFile {
  let name: String
  private var descriptor: Int32 = -1
  private var copy: TemporaryFile?

  /// The longest line that is read, in bytes.
  static let limit = 1 << 30

  private static let pieceSize = 1 << 18

  /// Opens the file; `-` is standard input.
  init(_ path: String) throws(ResultError) {
    name = path
    let isInput = path == "-"
    let source = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw ResultError(file: path, line: 0, .cannotRead(errno)) }
    var status = stat()
    if !isInput, fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      descriptor = source
      return
    }
    defer { if !isInput { close(source) } }
    try keep(source)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Calls with each line, without its line feed, and its number from 1.
  func forEachLine(
    _ body: ([UInt8], Int) throws(ResultError) -> Void
  ) throws(ResultError) {
    var line: [UInt8] = []
    var number = 1
    var offset = 0
    while true {
      let piece = try piece(at: offset, line: number)
      offset += piece.count
      guard !piece.isEmpty else { break }
      var rest = piece[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: rest[..<end])
        try body(line, number)
        line.removeAll(keepingCapacity: true)
        number += 1
        rest = rest[(end + 1)...]
      }
      line.append(contentsOf: rest)
      guard line.count < Self.limit else { throw trouble(line: number, .tooLong) }
    }
    if !line.isEmpty { try body(line, number) }
  }

  private func trouble(line: Int, _ reason: ResultError.Reason) -> ResultError {
    ResultError(file: name, line: line, reason)
  }

  /// The bytes from an offset; none at the end.
  private func piece(at offset: Int, line: Int) throws(ResultError) -> [UInt8] {
    if let count = copy?.count {
      do throws(FileFailure) {
        let end = min(count, offset + Self.pieceSize)
        return offset < end ? try copy?.bytes(offset..<end) ?? [] : []
      } catch {
        throw trouble(line: line, .cannotRead(EIO))
      }
    }
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      let count = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw trouble(line: line, .cannotRead(errno)) }
      piece.removeLast(piece.count - count)
      return piece
    }
  }

  /// Copies what can be read only once.
  private func keep(_ source: Int32) throws(ResultError) {
    do throws(FileFailure) {
      copy = try TemporaryFile()
      var piece = [UInt8](repeating: 0, count: Self.pieceSize)
      while true {
        let count = piece.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileFailure.read(errno: errno) }
        if count == 0 { return }
        try copy?.append(Array(piece[..<count]))
      }
    } catch {
      throw ResultError(file: name, line: 0, .cannotRead(EIO))
    }
  }
}
