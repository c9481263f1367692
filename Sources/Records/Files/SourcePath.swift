/// A path as the system has it: bytes, which need not be UTF-8.
struct SourcePath: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A path as it was given, without `./` in front and `/` at the end.
  init(_ given: String) {
    var bytes = Array(given.utf8)[...]
    while bytes.starts(with: "./".utf8) {
      bytes = bytes.dropFirst(2).drop { $0 == UInt8(ascii: "/") }
    }
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
    self.bytes = bytes.isEmpty && !given.isEmpty ? Array(".".utf8) : Array(bytes)
  }

  /// For people; U+FFFD stands for what is no UTF-8.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The path of an entry of this folder; the working folder is not named.
  func appending(_ name: [UInt8]) -> SourcePath {
    if bytes.elementsEqual(".".utf8) { return SourcePath(bytes: name) }
    let separator = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return SourcePath(bytes: bytes + separator + name)
  }

  func withCString<Answer>(_ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
    var terminated = bytes.map { CChar(bitPattern: $0) }
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
      return body(base)
    }
  }
}

/// What a file's name says of its content.
struct FileFormat: Hashable {
  /// None where the name does not say.
  let layout: Layout?
  let isCompressed: Bool

  enum Layout {
    /// One value: a record, or an array of records.
    case json
    /// A record a line.
    case lines
  }

  /// The format of a name by its extension, whatever the case of its ASCII letters.
  init(name: some Sequence<UInt8>) {
    var name = name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    func takes(_ suffix: String) -> Bool {
      guard name.count > suffix.utf8.count,
        name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
      else { return false }
      name = name.dropLast(suffix.utf8.count)
      return true
    }
    isCompressed = takes(".gz")
    layout = takes(".json") ? .json : takes(".jsonl") || takes(".ndjson") ? .lines : nil
  }
}
