extension Span<UInt8> {
  /// The first position from that one on that holds no JSON white space. RFC 8259, section 2.
  func afterSpace(_ start: Int) -> Int {
    var position = start
    while position < count {
      switch self[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return position
      }
    }
    return position
  }

  /// The first position from that one on that is not plain: a quote, a backslash, a control
  /// character, or a byte outside ASCII.
  @inline(__always)
  func afterPlainASCII(_ start: Int) -> Int {
    var position = start
    while position + 8 <= count {
      let found = Self.notPlain(
        bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count {
      let byte = self[position]
      if byte == .quote || byte == .backslash || byte < 0x20 || byte >= 0x80 { break }
      position += 1
    }
    return position
  }

  /// The high bit of each byte of a word that is not plain. Exact for the first such byte only:
  /// a borrow may mark bytes above it.
  private static func notPlain(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (low &* 0x22)
    let backslash = word ^ (low &* 0x5C)
    let zeros = (quote &- low) & ~quote | (backslash &- low) & ~backslash
    return (zeros | (word &- low &* 0x20) & ~word | word) & (low &* 0x80)
  }

  /// The first position from that one on that holds ASCII, past characters of two to four bytes.
  ///
  /// - Throws: `JSONError` at bytes that are no UTF-8.
  func afterCharacters(_ start: Int) throws(JSONError) -> Int {
    var position = start
    while position < count, self[position] >= 0x80 {
      switch character(at: position) {
      case .whole(let length): position += length
      case .illFormed(let length):
        throw JSONError(reason: .invalidUTF8, range: position..<position + length)
      case .cut: throw error(.restOfCharacter, at: count)
      }
    }
    return position
  }

  /// The sort of the character of more than one byte at a position. Unicode 16, table 3-7.
  @inline(__always)
  func character(at position: Int) -> CharacterShape {
    let lead = self[position]
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { lower = 0xA0 }
      if lead == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { lower = 0x90 }
      if lead == 0xF4 { upper = 0x8F }
    default: return .illFormed(length: 1)
    }
    for index in 1..<length {
      guard position + index < count else { return .cut }
      let byte = self[position + index]
      guard byte >= lower, byte <= upper else { return .illFormed(length: index) }
      lower = 0x80
      upper = 0xBF
    }
    return .whole(length: length)
  }

  /// The escape whose backslash stands at a position. RFC 8259, section 7.
  func escape(at position: Int) throws(JSONError) -> JSONEscape {
    guard position + 1 < count else { throw error(.escape, at: position + 1) }
    switch self[position + 1] {
    case UInt8(ascii: "u"): break
    case .quote: return JSONEscape(length: 2, scalar: 0x22)
    case .backslash: return JSONEscape(length: 2, scalar: 0x5C)
    case UInt8(ascii: "/"): return JSONEscape(length: 2, scalar: 0x2F)
    case UInt8(ascii: "b"): return JSONEscape(length: 2, scalar: 0x08)
    case UInt8(ascii: "f"): return JSONEscape(length: 2, scalar: 0x0C)
    case UInt8(ascii: "n"): return JSONEscape(length: 2, scalar: 0x0A)
    case UInt8(ascii: "r"): return JSONEscape(length: 2, scalar: 0x0D)
    case UInt8(ascii: "t"): return JSONEscape(length: 2, scalar: 0x09)
    default: throw error(.escape, at: position + 1)
    }
    let unit = try hexadecimal(at: position + 2)
    guard unit & 0xF800 == 0xD800 else { return JSONEscape(length: 6, scalar: unit) }
    if unit < 0xDC00, position + 12 <= count, self[position + 6] == .backslash,
      self[position + 7] == UInt8(ascii: "u")
    {
      let low = try hexadecimal(at: position + 8)
      if low & 0xFC00 == 0xDC00 {
        return JSONEscape(length: 12, scalar: 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
      }
    }
    return JSONEscape(length: 6, scalar: unit)
  }

  private func hexadecimal(at start: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for position in start..<start + 4 {
      guard position < count else { throw error(.hexadecimalDigit, at: position) }
      let byte = self[position]
      let digit: UInt8
      switch byte {
      case .zero ... .nine: digit = byte - .zero
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw error(.hexadecimalDigit, at: position)
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

/// What stands at a byte that is not ASCII.
enum CharacterShape {
  case whole(length: Int)
  /// Of the longest part that could begin a character, at least one byte.
  case illFormed(length: Int)
  /// A character that the end of the text cuts.
  case cut
}

/// One escape, or a pair of escapes that make one character.
struct JSONEscape {
  let length: Int
  /// The code point that is meant; a surrogate where half of a pair stands alone.
  let scalar: UInt32

  var isLoneSurrogate: Bool { scalar & 0xFFFF_F800 == 0xD800 }
}

extension UInt8 {
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var openBrace: UInt8 { UInt8(ascii: "{") }
  static var closeBrace: UInt8 { UInt8(ascii: "}") }
  static var openBracket: UInt8 { UInt8(ascii: "[") }
  static var closeBracket: UInt8 { UInt8(ascii: "]") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var minus: UInt8 { UInt8(ascii: "-") }
  static var zero: UInt8 { UInt8(ascii: "0") }
  static var nine: UInt8 { UInt8(ascii: "9") }
  static var lineFeed: UInt8 { 0x0A }
}
