/// Why a text is not JSON, and where. RFC 8259.
package struct JSONError: Error, Hashable, Sendable {
  package let reason: Reason
  /// The bytes that are at fault; empty at the end of the text.
  package let range: Range<Int>

  package var offset: Int { range.lowerBound }

  package enum Reason: Hashable, Sendable {
    /// Something else must stand there.
    case expected(Expected)
    case invalidUTF8
    case tooDeep(limit: Int)
    /// No finite Double holds the number.
    case numberOutOfRange
  }

  /// What the grammar asks for at a place.
  package enum Expected: Hashable, Sendable {
    case value, valueOrArrayEnd
    case name, nameOrObjectEnd, colon
    case commaOrObjectEnd, commaOrArrayEnd
    case stringEnd, restOfCharacter, escape, hexadecimalDigit
    case digit, noDigitAfterZero
    case literal(String)
    case endOfText
  }
}

extension JSONError.Expected {
  /// As a phrase: `',' or '}' after a value`.
  package var phrase: String {
    switch self {
    case .value: "a value"
    case .valueOrArrayEnd: "a value or ']' after '['"
    case .name: "'\"' of a name after ','"
    case .nameOrObjectEnd: "'\"' of a name or '}' after '{'"
    case .colon: "':' after a name"
    case .commaOrObjectEnd: "',' or '}' after a value"
    case .commaOrArrayEnd: "',' or ']' after a value"
    case .stringEnd: "'\"' at the end of a string"
    case .restOfCharacter: "the rest of a character"
    case .escape: "one of '\"\\/bfnrtu' after '\\'"
    case .hexadecimalDigit: "four hexadecimal digits after '\\u'"
    case .digit: "a digit"
    case .noDigitAfterZero: "no digit after a leading '0'"
    case .literal(let literal): "'\(literal)'"
    case .endOfText: "nothing after the value"
    }
  }
}

extension Span<UInt8> {
  /// An error at a position, over the character that stands there.
  func error(_ expected: JSONError.Expected, at position: Int) -> JSONError {
    var end = Swift.min(position + 1, count)
    if position < count, self[position] >= 0x80 {
      switch character(at: position) {
      case .whole(let length): end = position + length
      case .illFormed(let length):
        return JSONError(reason: .invalidUTF8, range: position..<position + length)
      case .cut:
        return JSONError(reason: .expected(.restOfCharacter), range: count..<count)
      }
    }
    return JSONError(reason: .expected(expected), range: position..<end)
  }
}
