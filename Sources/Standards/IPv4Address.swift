/// An IPv4 address.
package struct IPv4Address: Hashable, Sendable, CustomStringConvertible {
  /// The address as a number: 127.0.0.1 is 0x7F000001.
  package let value: UInt32

  package init(_ value: UInt32) {
    self.value = value
  }

  /// Reads exactly four decimal numbers of 0 to 255 without leading zeros, as addresses are printed.
  package init?(_ text: String) {
    guard let parsed = IPv4Address.strict(Array(text.utf8)[...]) else { return nil }
    self = parsed
  }

  /// `192.0.2.1`.
  package var description: String {
    String(decoding: utf8, as: UTF8.self)
  }

  var utf8: [UInt8] {
    var result: [UInt8] = []
    for shift in [24, 16, 8, 0] as [UInt32] {
      if shift < 24 { result.append(UInt8(ascii: ".")) }
      result.append(contentsOf: String(value >> shift & 255).utf8)
    }
    return result
  }

  private static func strict(_ bytes: ArraySlice<UInt8>) -> IPv4Address? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
        let number = number(part, radix: 10), number <= 255
      else { return nil }
      value = value << 8 | UInt32(number)
    }
    return IPv4Address(value)
  }

  /// Why a host that ends in a number is no IPv4 address.
  package enum Fault: Error, Hashable {
    /// Over four parts.
    case tooManyParts
    /// A part is empty or no number.
    case notANumber
    /// A part is larger than its place holds.
    case outOfRange
  }

  /// Reads the forms that browsers take: decimal, octal, hexadecimal, fewer parts, a final dot.
  /// WHATWG URL Standard, section 3.5, "IPv4 parser".
  static func lenient(_ host: [UInt8]) throws(Fault) -> IPv4Address {
    var parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count <= 4 else { throw .tooManyParts }
    var value: UInt64 = 0
    for (index, part) in parts.enumerated() {
      guard let number = lenientNumber(part) else { throw .notANumber }
      let isLast = index == parts.count - 1
      let limit: UInt64 = isLast ? 1 << UInt64(8 * (5 - parts.count)) : 256
      guard number < limit else { throw .outOfRange }
      value = isLast ? value << UInt64(8 * (5 - parts.count)) | number : value << 8 | number
    }
    return IPv4Address(UInt32(value))
  }

  /// Whether a browser takes the host for an IPv4 address, right or wrong: its last label is a number.
  /// WHATWG URL Standard, section 3.5, "ends in a number".
  static func isNumeric(_ host: [UInt8]) -> Bool {
    let end = host.last == UInt8(ascii: ".") ? host.count - 1 : host.count
    let start = host[..<end].lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0
    guard start < end, (0x30...0x39).contains(host[start]) else { return false }
    let label = host[start..<end]
    return label.allSatisfy { (0x30...0x39).contains($0) } || lenientNumber(label) != nil
  }

  private static func lenientNumber(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard let first = text.first else { return nil }
    guard first == UInt8(ascii: "0"), text.count > 1 else { return number(text, radix: 10) }
    let second = text[text.startIndex + 1] | 0x20
    if second == UInt8(ascii: "x") {
      return text.count == 2 ? 0 : number(text.dropFirst(2), radix: 16)
    }
    return number(text.dropFirst(), radix: 8)
  }

  /// The number, at most 2^40: beyond any range checked here.
  private static func number(_ digits: ArraySlice<UInt8>, radix: UInt8) -> UInt64? {
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = PercentEncoding.hexValue(byte), digit < radix else { return nil }
      value = min(value * UInt64(radix) + UInt64(digit), 1 << 40)
    }
    return value
  }
}
