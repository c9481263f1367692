/// Reads what a ``Packer`` has written, in the same order.
package struct Unpacker: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var repeated = RepeatedTexts()
  private var lastField = FieldPath.root
  private var line = 0
  private var offset = 0

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// See ``Packer/expect(_:as:)``.
  package mutating func expect(_ text: String, as repeated: RepeatedText) {
    self.repeated[repeated] = text
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package mutating func number() throws(UnpackError) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while position < bytes.endIndex, shift < UInt.bitWidth {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
    }
    throw UnpackError()
  }

  /// How many of something follow, of a byte or more each.
  package mutating func count() throws(UnpackError) -> Int {
    let count = try number()
    guard (0...bytes.endIndex - position).contains(count) else { throw UnpackError() }
    return count
  }

  package mutating func text() throws(UnpackError) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  package mutating func field() throws(UnpackError) -> FieldPath {
    let start = position
    if try number() == -1 { return lastField }
    position = start
    lastField = FieldPath(utf8: Array(try slice()))
    return lastField
  }

  /// See ``Packer/append(_:as:)``.
  package mutating func text(as repeated: RepeatedText) throws(UnpackError) -> String {
    let start = position
    if try number() == -1 { return self.repeated[repeated] }
    position = start
    let text = try text()
    self.repeated[repeated] = text
    return text
  }

  package mutating func bodyPosition() throws(UnpackError) -> BodyPosition? {
    let line = try number()
    return line == 0 ? nil : BodyPosition(line: line, column: try number())
  }

  package mutating func place() throws(UnpackError) -> SourceLocation {
    let file = try text(as: .file)
    line &+= try number()
    let column = try number()
    let columnInUTF8 = column &+ (try number())
    offset &+= try number()
    return SourceLocation(
      file: file, line: line, column: column, columnInUTF8: columnInUTF8, offset: offset)
  }

  private mutating func slice() throws(UnpackError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }
}
