/// An IPv6 address, without scope.
package struct IPv6Address: Hashable, Sendable, CustomStringConvertible {
  /// The first 64 bits.
  package let high: UInt64
  /// The last 64 bits.
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the text forms of RFC 4291, section 2.2; no brackets, no scope.
  package init?(_ text: String) {
    guard let parsed = try? IPv6Address(utf8: Array(text.utf8)) else { return nil }
    self = parsed
  }

  /// The canonical text of RFC 5952, sections 4.1 to 4.3; no dotted part, as browsers print it.
  package var description: String {
    String(decoding: utf8, as: UTF8.self)
  }

  /// The eight 16-bit pieces.
  var pieces: [UInt16] {
    (0..<8).map { index in
      UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - 16 * (index & 3)))
    }
  }

  var utf8: [UInt8] {
    let pieces = pieces
    let gap = longestZeros(in: pieces)
    var result: [UInt8] = []
    var index = 0
    while index < 8 {
      if index == gap.lowerBound, !gap.isEmpty {
        result.append(contentsOf: "::".utf8)
        index = gap.upperBound
        continue
      }
      if index > 0, index != gap.upperBound || gap.isEmpty { result.append(UInt8(ascii: ":")) }
      result.append(contentsOf: String(pieces[index], radix: 16).utf8)
      index += 1
    }
    return result
  }

  /// The first longest run of at least two zero pieces, or an empty range.
  private func longestZeros(in pieces: [UInt16]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || pieces[index] != 0 {
      if index - start > max(longest.count, 1) { longest = start..<index }
      start = index + 1
    }
    return longest
  }

  /// Why a text is no IPv6 address.
  package enum Fault: Error, Hashable {
    /// The closing bracket is missing.
    case unclosed
    /// Over eight pieces.
    case tooManyPieces
    /// Under eight pieces and no `::`.
    case tooFewPieces
    /// A second `::`.
    case secondCompression
    /// A character that no IPv6 address has; a scope (`%eth0`) too.
    case unexpectedCharacter
    /// The dotted part is no IPv4 address, or not at the end.
    case badIPv4Part
  }

  /// Reads an address. WHATWG URL Standard, section 3.5, "IPv6 parser".
  init(utf8 text: [UInt8]) throws(Fault) {
    let colon = UInt8(ascii: ":")
    var pieces: [UInt16] = []
    var compression: Int?
    var index = 0
    if text.first == colon {
      guard text.count > 1, text[1] == colon else { throw .unexpectedCharacter }
      compression = 0
      index = 2
    }
    while index < text.count {
      guard pieces.count < 8 else { throw .tooManyPieces }
      if text[index] == colon {
        guard compression == nil else { throw .secondCompression }
        compression = pieces.count
        index += 1
        continue
      }
      let start = index
      var value: UInt16 = 0
      while index < text.count, index - start < 4, let digit = PercentEncoding.hexValue(text[index])
      {
        value = value << 4 | UInt16(digit)
        index += 1
      }
      if index < text.count, text[index] == UInt8(ascii: ".") {
        guard index > start, pieces.count <= 6,
          let embedded = IPv4Address(String(decoding: text[start...], as: UTF8.self))
        else { throw .badIPv4Part }
        pieces.append(UInt16(truncatingIfNeeded: embedded.value >> 16))
        pieces.append(UInt16(truncatingIfNeeded: embedded.value))
        break
      }
      if index < text.count {
        guard index > start, text[index] == colon, index + 1 < text.count else {
          throw .unexpectedCharacter
        }
        index += 1
      }
      pieces.append(value)
    }
    if let compression {
      guard pieces.count < 8 else { throw .tooManyPieces }
      let zeros = [UInt16](repeating: 0, count: 8 - pieces.count)
      pieces.insert(contentsOf: zeros, at: compression)
    }
    guard pieces.count == 8 else { throw .tooFewPieces }
    self.init(
      high: pieces[..<4].reduce(0) { $0 << 16 | UInt64($1) },
      low: pieces[4...].reduce(0) { $0 << 16 | UInt64($1) })
  }
}
