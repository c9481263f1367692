import Glibc
import Model

/// Reads the source again around a place, for findings that are made when the record is gone.
struct SourceExcerpts {
  private var path: String?
  private var descriptor: Int32 = -1

  /// The excerpt around a span; none when its file is no plain regular file (standard input, a
  /// compressed file), or has gone.
  mutating func excerpt(of span: SourceSpan) -> Excerpt? {
    guard open(span.start.file) else { return nil }
    let reach = Excerpt.width * 4
    let from = max(0, span.start.offset - reach)
    let length = min(span.end.offset - span.start.offset, reach)
    var bytes = [UInt8](repeating: 0, count: span.start.offset - from + length + reach)
    let count = pread(descriptor, &bytes, bytes.count, off_t(from))
    guard count > span.start.offset - from else { return nil }
    let start = span.start.offset - from
    return Excerpt(of: start..<min(start + length, count), in: bytes[..<count])
  }

  /// The text of a JSON string whose source a span covers, its quotes apart; none where the file
  /// cannot be read again.
  mutating func text(ofString span: SourceSpan) -> [UInt8]? {
    let count = span.end.offset - span.start.offset
    guard count > 0, open(span.start.file) else { return nil }
    let quote = [UInt8(ascii: "\"")]
    var bytes = [UInt8](repeating: 0, count: count)
    guard pread(descriptor, &bytes, count, off_t(span.start.offset)) == count else { return nil }
    let node = Node(kind: .string, hasEscapes: true, start: 0, end: count + 2, next: 1)
    let document = Document(
      bytes: quote + bytes + quote, tape: [node], origin: Origin(file: span.start.file))
    return document.root.utf8
  }

  /// Closes the file that was read last.
  mutating func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
    path = nil
  }

  private mutating func open(_ file: String) -> Bool {
    if path == file { return descriptor >= 0 }
    close()
    path = file
    guard !file.utf8.elementsEqual("-".utf8), !file.hasSuffix(".gz") else { return false }
    descriptor = Glibc.open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      if descriptor >= 0 { Glibc.close(descriptor) }
      descriptor = -1
      return false
    }
    return true
  }
}
