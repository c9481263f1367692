import Model

/// An address of http or https that is written as it is asked for: nothing to normalise, nothing
/// to forgive. Nearly all links are.
///
/// One pass without copies. `URLReader` reads all others, and reads these alike: a host name in
/// lower case or an IPv4 address, a port that is not the scheme's own, a path from `/` without dot
/// segments, and no escapes but needful ones in upper case.
package struct ProperURL {
  let layout: URLLayout
  let parts: URLParts
  /// The offset of `#`.
  package var hash: Int? { layout.fragment.map { $0 - 1 } }

  /// Looks at a text; none where it may be anything else.
  package init?(_ text: String) {
    guard let found = text.utf8.withContiguousStorageIfAvailable({ Self($0) }) ?? nil else {
      return nil
    }
    self = found
  }

  /// Whether an absolute address of the web, proper or not, has that host.
  package static func host(of address: String, is host: String) -> Bool {
    guard let range = ProperURL(address)?.parts.host else {
      return (try? WebURL(address))?.hostText == host
    }
    var host = host
    return host.withUTF8 { host in
      address.utf8.withContiguousStorageIfAvailable {
        UnsafeBufferPointer(rebasing: $0[range]).isSame(as: host)
      } ?? false
    }
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = ProperURLScanner(bytes)
    guard scanner.scan() else { return nil }
    (layout, parts) = (scanner.layout, scanner.parts)
  }
}

/// The walk over the bytes of an address; each step says whether it is proper so far.
private struct ProperURLScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private(set) var layout = URLLayout()
  private(set) var parts = URLParts(path: 0..<0)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func scan() -> Bool {
    readScheme() && readHost() && readPort() && readPath() && readQuery() && readFragment()
  }

  private mutating func readScheme() -> Bool {
    guard bytes.count > 8, bytes[0] == UInt8(ascii: "h"), bytes[1] == UInt8(ascii: "t"),
      bytes[2] == UInt8(ascii: "t"), bytes[3] == UInt8(ascii: "p")
    else { return false }
    let colon = bytes[4] == UInt8(ascii: "s") ? 5 : 4
    guard bytes[colon] == URLReader.colon, bytes[colon + 1] == URLReader.slash,
      bytes[colon + 2] == URLReader.slash
    else { return false }
    layout.schemeEnd = colon
    parts.scheme = 0..<colon
    position = colon + 3
    return true
  }

  /// Labels of 1 to 63 bytes, 253 in all, without what may be an A-label. RFC 1035, section 2.3.4.
  private mutating func readHost() -> Bool {
    let start = position
    var label = start
    var hasLetter = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): hasLetter = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"):
        if position > start, bytes[position - 1] == UInt8(ascii: "-") { return false }
      case UInt8(ascii: "."):
        guard position > label, position - label <= 63 else { return false }
        label = position + 1
      default: return endHost(start..<position, lastLabel: label, hasLetter: hasLetter)
      }
      position += 1
    }
    return false
  }

  private mutating func endHost(_ host: Range<Int>, lastLabel: Int, hasLetter: Bool) -> Bool {
    guard host.upperBound > lastLabel, host.upperBound - lastLabel <= 63, host.count <= 253 else {
      return false
    }
    layout.host = host
    parts.host = host
    // A last label of a digit and more may be a number in a form that only browsers take.
    guard bytes[lastLabel] <= UInt8(ascii: "9") else { return true }
    guard !hasLetter, let address = address(host) else { return false }
    layout.address = .v4(address)
    return true
  }

  /// Four decimal numbers of 0 to 255 without leading zeros.
  private func address(_ host: Range<Int>) -> IPv4Address? {
    var value: UInt32 = 0
    var number: UInt32 = 0
    var digits = 0
    var dots = 0
    for position in host {
      let byte = bytes[position]
      if byte == UInt8(ascii: ".") {
        value = value << 8 | number
        (number, digits) = (0, 0)
        dots += 1
      } else {
        guard byte >= UInt8(ascii: "0"), digits == 0 || number > 0 else { return nil }
        number = number * 10 + UInt32(byte & 15)
        digits += 1
        guard number <= 255 else { return nil }
      }
    }
    return dots == 3 ? IPv4Address(value << 8 | number) : nil
  }

  private mutating func readPort() -> Bool {
    guard bytes[position] == URLReader.colon else { return true }
    let start = position + 1
    var value = 0
    position = start
    while position < bytes.count, bytes[position] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[position] & 15)
      guard value <= 65535 else { return false }
      position += 1
    }
    guard position > start, position < bytes.count, bytes[start] != UInt8(ascii: "0"),
      value != (layout.schemeEnd == 5 ? 443 : 80)
    else { return false }
    layout.port = UInt16(value)
    parts.port = start..<position
    return true
  }

  private mutating func readPath() -> Bool {
    guard bytes[position] == URLReader.slash else { return false }
    layout.path = position
    let plain = Self.plainInPath
    while position < bytes.count {
      let byte = bytes[position]
      if plain.contains(byte) {
        position += 1
        continue
      }
      if byte == URLReader.question || byte == URLReader.hash { break }
      if byte == URLReader.slash {
        if isDotSegment(position + 1) { return false }
        position += 1
        continue
      }
      guard byte == URLReader.percent, readEscape() else { return false }
    }
    parts.path = layout.path..<position
    return true
  }

  private func isDotSegment(_ start: Int) -> Bool {
    var end = start
    while end < bytes.count, end < start + 2, bytes[end] == UInt8(ascii: ".") { end += 1 }
    guard end > start else { return false }
    return end == bytes.count || bytes[end] == URLReader.slash || bytes[end] == URLReader.backslash
      || bytes[end] == URLReader.question || bytes[end] == URLReader.hash
  }

  private mutating func readQuery() -> Bool {
    guard position < bytes.count, bytes[position] == URLReader.question else { return true }
    position += 1
    let start = position
    layout.query = start
    let set = PercentEncoding.webQuery
    while position < bytes.count, bytes[position] != URLReader.hash {
      guard !set.contains(bytes[position]) else { return false }
      guard bytes[position] == URLReader.percent else {
        position += 1
        continue
      }
      guard readEscape() else { return false }
    }
    parts.query = start..<position
    return true
  }

  private mutating func readFragment() -> Bool {
    guard position < bytes.count else { return true }
    position += 1
    let start = position
    layout.fragment = start
    let set = PercentEncoding.fragment
    while position < bytes.count {
      guard !set.contains(bytes[position]) else { return false }
      guard bytes[position] == URLReader.percent else {
        position += 1
        continue
      }
      guard readEscape() else { return false }
    }
    parts.fragment = start..<position
    return true
  }

  /// What may stand in a path and ends nothing.
  private static let plainInPath = ASCIISet { byte in
    !PercentEncoding.path.contains(byte)
      && ![
        URLReader.question, URLReader.hash, URLReader.slash, URLReader.backslash, URLReader.percent,
      ].contains(byte)
  }

  /// Goes past an escape in upper case of a byte that needs one.
  private mutating func readEscape() -> Bool {
    guard position + 2 < bytes.count, bytes[position + 1] < UInt8(ascii: "a"),
      bytes[position + 2] < UInt8(ascii: "a"),
      let high = PercentEncoding.hexValue(bytes[position + 1]),
      let low = PercentEncoding.hexValue(bytes[position + 2])
    else { return false }
    position += 3
    return !PercentEncoding.unreserved.contains(high << 4 | low)
  }
}
