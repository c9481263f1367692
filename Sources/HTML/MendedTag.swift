/// A tag that is being read, byte by byte. HTML, sections 13.2.5.8 to 13.2.5.40.
struct MendedTag {
  /// Of its `<`, in the whole text.
  var start = 0
  private(set) var isEnd = false
  private(set) var isSelfClosed = false
  /// In bytes so far.
  private(set) var length = 0
  private(set) var name: [UInt8] = []
  private(set) var attributes: [MendedAttribute] = []
  /// All attributes, also those over the limit.
  private(set) var count = 0
  private var bytes: [UInt8] = []
  private var attribute: MendedAttribute?

  var isTooLong: Bool { length > 65_536 }

  var tagName: TagName { TagName(name) }

  mutating func begin(isEnd: Bool, name: String = "") {
    clear()
    self.isEnd = isEnd
    self.name = Array(name.utf8)
  }

  mutating func clear() {
    length = 0
    count = 0
    isSelfClosed = false
    name.removeAll(keepingCapacity: true)
    // Most tags have none, and emptying is not for free.
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    attribute = nil
  }

  /// Takes the next byte, which stands at `offset`; the state after it, `.data` at the tag's end.
  mutating func read(_ byte: UInt8, at offset: Int, in state: TagMender.State) -> TagMender.State {
    length += 1
    let isSpace = Scan.isSpace(byte)
    switch state {
    case .tagName:
      if isSpace { return .beforeAttribute }
      if byte == UInt8(ascii: ">") { return end() }
      if byte == UInt8(ascii: "/") {
        isSelfClosed = true
        return .beforeAttribute
      }
      // A browser writes U+FFFD for a NUL, which no name of libxml2 can hold.
      if name.count < 100 { name.append(byte == 0 ? UInt8(ascii: "_") : Scan.lower(byte)) }
      return .tagName
    case .beforeAttribute, .afterAttributeName:
      if isSpace { return state }
      if byte == UInt8(ascii: ">") { return end() }
      if byte == UInt8(ascii: "/") {
        isSelfClosed = true
        return .beforeAttribute
      }
      if byte == UInt8(ascii: "="), state == .afterAttributeName { return .beforeValue }
      isSelfClosed = false
      beginAttribute(byte, at: offset)
      return .attributeName
    case .attributeName:
      if isSpace { return .afterAttributeName }
      if byte == UInt8(ascii: "=") { return .beforeValue }
      if byte == UInt8(ascii: ">") { return end() }
      if byte == UInt8(ascii: "/") {
        isSelfClosed = true
        return .beforeAttribute
      }
      append(Scan.lower(byte))
      attribute?.extendName(to: bytes.count, offset + 1)
      return .attributeName
    case .beforeValue:
      if isSpace { return .beforeValue }
      if byte == UInt8(ascii: ">") { return end() }
      beginValue(at: offset)
      if byte == UInt8(ascii: "\"") { return .doubleQuoted }
      if byte == UInt8(ascii: "'") { return .singleQuoted }
      appendValue(byte, at: offset)
      return .unquoted
    case .doubleQuoted, .singleQuoted:
      let quote = state == .doubleQuoted ? UInt8(ascii: "\"") : UInt8(ascii: "'")
      if byte == quote { return .beforeAttribute }
      appendValue(byte, at: offset)
      return state
    case .unquoted:
      if isSpace { return .beforeAttribute }
      if byte == UInt8(ascii: ">") { return end() }
      appendValue(byte, at: offset)
      return .unquoted
    case .data, .raw, .tagOpen, .endTagOpen, .markup, .markupDash, .commentStart, .commentStartDash,
      .comment,
      .commentDash, .commentDashDash, .commentBang, .bogus:
      return state
    }
  }

  /// Takes what needs no look at single bytes of a quoted value; where it ends.
  ///
  /// - Parameter consumed: the place of the text's first byte in the whole text.
  mutating func takeValue(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, at consumed: Int
  ) -> Int {
    // No further than there is room: a value without end is not looked through for each of its bytes.
    let limit = min(text.count, start + max(0, 65_536 - length))
    var end = start
    while end < limit, !Self.isSpecial(text[end]) { end += 1 }
    let count = end - start
    guard count > 0 else { return start }
    length += count
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
    attribute?.extendValue(to: bytes.count, bytesAt: consumed + start..<consumed + end)
    return end
  }

  /// Both quotes, `<`, `>` and NUL.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3E || byte == 0
  }

  private mutating func append(_ byte: UInt8) {
    if length <= 65_536 { bytes.append(byte) }
  }

  private mutating func beginAttribute(_ byte: UInt8, at offset: Int) {
    keepAttribute()
    let start = bytes.count
    append(Scan.lower(byte))
    count += 1
    attribute = MendedAttribute(name: start..<bytes.count, nameRange: offset..<offset + 1)
  }

  private mutating func beginValue(at offset: Int) {
    attribute?.value = bytes.count..<bytes.count
    // Of a quoted value that may stay empty; the first byte of any value sets it anew.
    attribute?.valueRange = offset + 1..<offset + 1
  }

  private mutating func appendValue(_ byte: UInt8, at offset: Int) {
    switch byte {
    case UInt8(ascii: "\""): for byte in "&quot;".utf8 { append(byte) }
    case UInt8(ascii: "<"): for byte in "&lt;".utf8 { append(byte) }
    case UInt8(ascii: ">"): for byte in "&gt;".utf8 { append(byte) }
    case 0: for byte in "\u{FFFD}".utf8 { append(byte) }
    default: append(byte)
    }
    attribute?.extendValue(to: bytes.count, bytesAt: offset..<offset + 1)
  }

  private mutating func end() -> TagMender.State {
    keepAttribute()
    return .data
  }

  private mutating func keepAttribute() {
    if let attribute, attributes.count < 1_000 { attributes.append(attribute) }
    attribute = nil
  }

  /// Appends the tag as libxml2 reads it: quoted values, and only names that it accepts.
  func append(to output: inout [UInt8], suffix: String, index: Int?, isClosed: Bool) {
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: name)
    if !suffix.isEmpty { output.append(contentsOf: suffix.utf8) }
    for attribute in attributes where isPlain(bytes[attribute.name]) {
      output.append(0x20)
      output.append(contentsOf: bytes[attribute.name])
      output.append(UInt8(ascii: "="))
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: bytes[attribute.value])
      output.append(UInt8(ascii: "\""))
    }
    if let index { output.append(contentsOf: " \(TagLog.attribute)=\"\(index)\"".utf8) }
    if isClosed { output.append(UInt8(ascii: "/")) }
    output.append(UInt8(ascii: ">"))
  }

  /// Appends the end tag of that name.
  func appendEnd(to output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    output.append(UInt8(ascii: "/"))
    output.append(contentsOf: name)
    output.append(UInt8(ascii: ">"))
  }

  /// An attribute's name in lower case.
  func name(of attribute: MendedAttribute) -> String {
    String(decoding: bytes[attribute.name], as: UTF8.self)
  }

  private func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, Scan.isLetter(first) || first == UInt8(ascii: "_") else {
      return false
    }
    return name.allSatisfy {
      Scan.isLetter($0) || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
  }
}

/// An attribute of a tag that is being read.
struct MendedAttribute {
  /// In the tag's bytes.
  var name: Range<Int>
  var value = 0..<0
  /// In the whole text.
  var nameRange: Range<Int>
  /// In the whole text, without quotes; none for an attribute without a value.
  var valueRange: Range<Int>?

  mutating func extendName(to end: Int, _ sourceEnd: Int) {
    name = name.lowerBound..<end
    nameRange = nameRange.lowerBound..<sourceEnd
  }

  mutating func extendValue(to end: Int, bytesAt source: Range<Int>) {
    let first = source.lowerBound
    let start = value.isEmpty ? first : valueRange?.lowerBound ?? first
    value = value.lowerBound..<max(end, value.lowerBound)
    valueRange = start..<source.upperBound
  }
}
