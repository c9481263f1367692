import Glibc
import Model

/// Gives the texts of earlier records again, as they are written in the source.
///
/// They are read again from their files. What cannot be read twice (standard input, compressed
/// files, records that are in no file) is kept, up to a bound; later ones are not given again then.
struct SourceText {
  /// The most bytes that are kept.
  static let most = 64 << 20

  private let readsAgain: Bool
  private var kept: [UInt32: [UInt8]] = [:]
  private var keptBytes = 0
  private var file: OpenFile?

  /// - Parameter readsAgain: false where the records are in no files.
  init(readsAgain: Bool) {
    self.readsAgain = readsAgain
  }

  /// Keeps the inside of a JSON string, if it must be kept.
  mutating func note(_ number: UInt32, _ value: Value) {
    let path = value.document.origin.file
    if readsAgain, isReadableAgain(path) { return }
    let text = value.source.dropFirst().dropLast()
    guard keptBytes + text.count <= Self.most else { return }
    keptBytes += text.count
    kept[number] = Array(text)
  }

  /// The inside of a JSON string of so many bytes; none when it cannot be had again, or has changed.
  mutating func text(
    _ number: UInt32, in path: String, at offset: Int, length: Int, check: UInt64
  ) -> [UInt8]? {
    if let text = kept[number] { return text }
    guard readsAgain, isReadableAgain(path), let file else { return nil }
    let text = file.bytes(offset..<offset + length)
    return Hash128(of: text).low == check ? text : nil
  }

  private mutating func isReadableAgain(_ path: String) -> Bool {
    if file?.path.utf8.elementsEqual(path.utf8) != true { file = OpenFile(path) }
    return file?.isOpen == true
  }

  /// The decoded text of the inside of a JSON string.
  static func decoded(_ source: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let node = Node(kind: .string, hasEscapes: true, start: 0, end: source.count + 2, next: 1)
    let document = Document(
      bytes: [quote] + source + [quote], tape: [node], origin: Origin(file: ""))
    return document.root.utf8 ?? []
  }
}

/// A regular, uncompressed file that is read at will. A class, for it closes its descriptor.
private final class OpenFile {
  let path: String
  private let descriptor: Int32

  init(_ path: String) {
    self.path = path
    guard !path.utf8.elementsEqual("-".utf8), !path.hasSuffix(".gz") else {
      descriptor = -1
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      if descriptor >= 0 { close(descriptor) }
      self.descriptor = -1
      return
    }
    self.descriptor = descriptor
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  var isOpen: Bool { descriptor >= 0 }

  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound)))
    }
  }
}
