/// Writes JSON on one line: valid UTF-8, whatever the strings hold. RFC 8259.
///
/// Members are written in the order of the calls. What could harm a terminal, a log or a script
/// (see `TerminalText`) is escaped, so that the text can be printed and still means the same.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// The most UTF-8 bytes of a string; a longer one is cut and says so.
  static let stringLimit = 8_192

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest("{", "}", members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest("[", "]", elements)
  }

  /// A member's name, of plain letters; one value has to follow.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    let isPlain = text.looks { text in
      guard text.count <= Self.stringLimit, text.isPlain, text.isPlainInJSON else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    if isPlain { return }
    var context = TerminalText.Context()
    for scalar in CutText.cut(text, toBytes: Self.stringLimit).unicodeScalars {
      append(scalar, isHarmful: context.mustEscape(scalar))
    }
  }

  package mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Members that are written already, without the braces around them.
  mutating func members(_ written: ArraySlice<UInt8>) {
    separate()
    bytes.append(contentsOf: written)
  }

  /// Ends a line.
  mutating func lineFeed() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    literal(open)
    needsComma = false
    body(&self)
    bytes.append(contentsOf: close.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ number: Int) {
    guard number > 9 || number < 0 else {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
      return
    }
    guard number > 0 else {
      bytes.append(contentsOf: String(number).utf8)
      return
    }
    append(number / 10)
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func append(_ scalar: Unicode.Scalar, isHarmful: Bool) {
    switch scalar {
    case "\"", "\\": bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(scalar.value)])
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    case _ where isHarmful:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
        bytes.append(contentsOf: #"\u\#(zeros)\#(digits)"#.utf8)
      }
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}

extension JSONWriter {
  package mutating func member(_ name: StaticString, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { literal("null") }
  }

  package mutating func member(_ name: StaticString, _ value: Int?) {
    self.name(name)
    guard let value else { return literal("null") }
    separate()
    append(value)
  }

  /// A member whose name is known at run time only.
  package mutating func member(named name: String, _ value: Int) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    append(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(name)
    literal(value ? "true" : "false")
  }

  package mutating func member(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
    self.name(name)
    object(members)
  }

  /// An array with an element for each value.
  package mutating func member<Element>(
    _ name: StaticString, _ values: some Sequence<Element>,
    _ element: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    array { json in
      for value in values { element(&json, value) }
    }
  }

  /// One line: an object and a line feed.
  package static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
