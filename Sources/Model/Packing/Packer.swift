/// Writes values as few bytes: whole numbers by seven bits a byte, small ones in one.
package struct Packer: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var repeated = RepeatedTexts()
  private var field = FieldPath.root
  private var line = 0
  private var offset = 0

  package init() {}

  /// Takes a text as said before, by whoever unpacks too.
  package mutating func expect(_ text: String, as repeated: RepeatedText) {
    self.repeated[repeated] = text
  }

  /// Forgets all that was written, to be used again.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    repeated = RepeatedTexts()
    field = .root
    (line, offset) = (0, 0)
  }

  /// Numbers of either sign: the sign goes to the lowest bit.
  package mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A place in a body, if there is one.
  package mutating func append(_ position: BodyPosition?) {
    append(position?.line ?? 0)
    if let position { append(position.column) }
  }

  /// A path, which is likely the one that came before.
  package mutating func append(_ field: FieldPath) {
    guard field != self.field else { return append(-1) }
    self.field = field
    append(field.utf8.count)
    bytes.append(contentsOf: field.utf8)
  }

  /// A text that is likely the one of its sort that came before.
  package mutating func append(_ text: String, as repeated: RepeatedText) {
    if text.hasSameBytes(as: self.repeated[repeated]) { return append(-1) }
    self.repeated[repeated] = text
    append(text)
  }

  /// A place, by its distance from the place before.
  package mutating func append(_ place: SourceLocation) {
    append(place.file, as: .file)
    append(place.line &- line)
    append(place.column)
    append(place.columnInUTF8 &- place.column)
    append(place.offset &- offset)
    line = place.line
    offset = place.offset
  }
}
