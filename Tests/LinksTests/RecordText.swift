import Model

/// Makes records of JSON that is known to be valid, with the places of its values.
struct RecordText {
  private let bytes: [UInt8]
  private var tape: [Node] = []
  private var position = 0

  static func record(_ json: String, origin: Origin = Origin(file: "a.json")) -> Record {
    var text = RecordText(bytes: Array(json.utf8))
    text.readValue(.string)
    return Record(
      document: Document(bytes: text.bytes, tape: text.tape, origin: origin), ordinal: 0,
      isAlone: true)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func readValue(_ kindOfString: NodeKind) {
    skipSpace()
    let start = position
    let index = tape.count
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isObject = bytes[position] == UInt8(ascii: "{")
      tape.append(Node(kind: isObject ? .object : .array, start: start, end: start, next: index))
      position += 1
      skipSpace()
      while bytes[position] != UInt8(ascii: "}"), bytes[position] != UInt8(ascii: "]") {
        if isObject { readValue(.key) }
        readValue(.string)
        skipSpace()
      }
      position += 1
      tape[index].close(end: position, next: tape.count)
    case UInt8(ascii: "\""):
      var hasEscapes = false
      position += 1
      while bytes[position] != UInt8(ascii: "\"") {
        if bytes[position] == UInt8(ascii: "\\") {
          hasEscapes = true
          position += 1
        }
        position += 1
      }
      position += 1
      tape.append(
        Node(
          kind: kindOfString, hasEscapes: hasEscapes, start: start, end: position, next: index + 1))
    default:
      let isNull = bytes[position] == UInt8(ascii: "n")
      while !",}] \n:".utf8.contains(bytes[position]) { position += 1 }
      tape.append(
        Node(kind: isNull ? .null : .number, start: start, end: position, next: index + 1))
    }
    skipSpace()
    if position < bytes.count,
      bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: ",")
    {
      position += 1
      skipSpace()
    }
  }
}
