/// Percent-escapes: the encode sets of the WHATWG URL Standard (section 1.3), and decoding.
package enum PercentEncoding {
  static let controls = ASCIISet(hasNonASCII: true) { $0 < 0x20 || $0 == 0x7F }
  static let fragment = controls.union(" \"<>`")
  static let query = controls.union(" \"#<>")
  /// The query of an http or https URL.
  static let webQuery = query.union("'")
  static let path = query.union("?^`{}")
  static let userinfo = path.union("/:;=@[\\]|")
  /// What never needs an escape. RFC 3986, section 2.3.
  static let unreserved = ASCIISet.alphanumeric.union("-._~")

  /// The bytes with every `%XX` replaced by its byte; a stray `%` stays.
  package static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let source = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if let byte = escapedByte(in: source, at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return result
  }

  /// The text with every `%XX` decoded; bytes that are no UTF-8 become U+FFFD.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return String(decoding: decoded(text.utf8), as: UTF8.self)
  }

  /// The byte that the escape at `index` stands for, or nil where no escape is.
  static func escapedByte(in bytes: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, bytes[index] == UInt8(ascii: "%"),
      let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Appends a byte as `%XX`.
  static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "%"))
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 15))
  }

  /// Appends the bytes of a range, those of the set as escapes. Says where the first escape was due.
  @discardableResult
  static func append(
    _ range: Range<Int>, of bytes: [UInt8], escaping set: ASCIISet, to output: inout [UInt8]
  ) -> Int? {
    var first: Int?
    var runStart = range.lowerBound
    for index in range where set.contains(bytes[index]) {
      first = first ?? index
      output.append(contentsOf: bytes[runStart..<index])
      appendEscape(of: bytes[index], to: &output)
      runStart = index + 1
    }
    output.append(contentsOf: bytes[runStart..<range.upperBound])
    return first
  }

  /// Appends the bytes with escapes in one form: unreserved characters bare, hex digits upper case,
  /// a stray `%` as `%25`.
  static func appendNormalised(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard bytes.contains(UInt8(ascii: "%")) else { return output.append(contentsOf: bytes) }
    let source = Array(bytes)
    var index = 0
    while index < source.count {
      guard let byte = escapedByte(in: source, at: index) else {
        if source[index] == UInt8(ascii: "%") {
          appendEscape(of: source[index], to: &output)
        } else {
          output.append(source[index])
        }
        index += 1
        continue
      }
      if unreserved.contains(byte) {
        output.append(byte)
      } else {
        appendEscape(of: byte, to: &output)
      }
      index += 3
    }
  }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }
}
