extension Span<UInt8> {
  /// The byte after the number at a position. RFC 8259, section 6.
  ///
  /// - Throws: `JSONError` where the grammar is left, or for a number that no finite Double holds.
  func afterNumber(at start: Int) throws(JSONError) -> Int {
    var position = start
    if self[position] == .minus { position += 1 }
    let digits = position
    if position < count, self[position] == .zero {
      position += 1
      if position < count, isDigit(at: position) {
        throw error(.noDigitAfterZero, at: position)
      }
    } else {
      position = try afterDigits(position)
    }
    var mayOverflow = position - digits > 308
    if position < count, self[position] == UInt8(ascii: ".") {
      position = try afterDigits(position + 1)
    }
    if position < count, self[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < count, self[position] == .minus || self[position] == UInt8(ascii: "+") {
        position += 1
      }
      position = try afterDigits(position)
      mayOverflow = true
    }
    if mayOverflow, overflows(start..<position) {
      throw JSONError(reason: .numberOutOfRange, range: start..<position)
    }
    return position
  }

  private func isDigit(at position: Int) -> Bool {
    self[position] >= .zero && self[position] <= .nine
  }

  private func afterDigits(_ start: Int) throws(JSONError) -> Int {
    var position = start
    while position < count, isDigit(at: position) { position += 1 }
    guard position > start else { throw error(.digit, at: position) }
    return position
  }

  /// Whether a number rounds to infinity.
  ///
  /// Only its magnitude and its first 310 digits are looked at: the least number that rounds to
  /// infinity is an integer of 309 digits, so cutting the rest cannot change the answer.
  private func overflows(_ range: Range<Int>) -> Bool {
    var digits: [UInt8] = []
    var magnitude = 0
    var isFraction = false
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = self[position]
      if byte | 0x20 == UInt8(ascii: "e") { break }
      position += 1
      if byte == UInt8(ascii: ".") { isFraction = true }
      guard byte >= .zero, byte <= .nine else { continue }
      let isSignificant = byte != .zero || !digits.isEmpty
      if isSignificant, digits.count < 310 { digits.append(byte) }
      if isSignificant, !isFraction { magnitude += 1 }
      if !isSignificant, isFraction { magnitude -= 1 }
    }
    guard !digits.isEmpty else { return false }
    var exponent = 0
    var isNegative = false
    for position in position..<range.upperBound {
      let byte = self[position]
      if byte == .minus { isNegative = true }
      // A text is shorter than 2^32 bytes: beyond that no digit can bring the number back.
      if byte >= .zero, byte <= .nine, exponent < 1 << 40 {
        exponent = exponent * 10 + Int(byte - .zero)
      }
    }
    magnitude += isNegative ? -exponent : exponent
    if magnitude != 309 { return magnitude > 309 }
    let value = Double("0." + String(decoding: digits, as: UTF8.self) + "e309")
    return value?.isFinite != true
  }
}
