import IDN

extension URLReader {
  /// Reads user name, host and port, then the rest. The output ends with the scheme's `:`.
  mutating func readAuthority(from index: Int) throws(WebURLError) {
    for slash in slashes(before: index) where input[slash] == Self.backslash {
      note(.backslash, slash..<slash + 1)
    }
    output.append(Self.slash)
    output.append(Self.slash)
    let upper =
      input[index..<end].firstIndex {
        Self.isSlash($0) || $0 == Self.question || $0 == Self.hash
      } ?? end
    var hostStart = index
    if let at = input[index..<upper].lastIndex(of: Self.at) {
      guard at + 1 < upper else { throw error(.noHost, at: upper) }
      parts.userinfo = place(index..<at)
      note(.credentials, index..<at)
      appendCredentials(index..<at)
      hostStart = at + 1
    }
    let colon = portColon(in: hostStart..<upper)
    let hostRange = hostStart..<(colon ?? upper)
    guard !hostRange.isEmpty else { throw error(.noHost, at: hostStart) }
    parts.host = place(hostRange)
    try readHost(hostRange)
    if let colon { try readPort(colon + 1..<upper) }
    layout.path = output.count
    readPath(from: upper)
  }

  private func slashes(before index: Int) -> Range<Int> {
    var lower = index
    while lower > start, Self.isSlash(input[lower - 1]) { lower -= 1 }
    return lower..<index
  }

  private mutating func appendCredentials(_ range: Range<Int>) {
    let colon = input[range].firstIndex(of: Self.colon) ?? range.upperBound
    let credentialsStart = output.count
    let user = range.lowerBound..<colon
    PercentEncoding.append(user, of: input, escaping: PercentEncoding.userinfo, to: &output)
    if colon + 1 < range.upperBound {
      output.append(Self.colon)
      let password = colon + 1..<range.upperBound
      PercentEncoding.append(password, of: input, escaping: PercentEncoding.userinfo, to: &output)
    }
    // `https://@a` and `https://:@a` have an empty user name: serialised, nothing is left of it.
    guard output.count > credentialsStart else { return }
    layout.credentials = credentialsStart..<output.count
    output.append(Self.at)
  }

  /// The colon before the port: the first that is not in brackets.
  private func portColon(in range: Range<Int>) -> Int? {
    var isInBrackets = false
    for index in range {
      switch input[index] {
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case Self.colon where !isInBrackets: return index
      default: break
      }
    }
    return nil
  }

  private mutating func readPort(_ range: Range<Int>) throws(WebURLError) {
    parts.port = place(range)
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(input[index]) else { throw error(.badPort, at: index) }
      value = value * 10 + Int(input[index] - 0x30)
      guard value <= 65535 else { throw error(.portOutOfRange, at: range.lowerBound) }
    }
    if range.isEmpty || (range.count > 1 && input[range.lowerBound] == UInt8(ascii: "0")) {
      note(.unusualPort, range.lowerBound - 1..<range.upperBound)
    }
    guard !range.isEmpty else { return }
    let isSecure = layout.schemeEnd == 5
    guard value != (isSecure ? 443 : 80) else {
      note(.defaultPort, range.lowerBound - 1..<range.upperBound)
      return
    }
    layout.port = UInt16(value)
    output.append(Self.colon)
    output.append(contentsOf: String(value).utf8)
  }

  /// Reads the host. WHATWG URL Standard, section 3.5, "host parser".
  private mutating func readHost(_ range: Range<Int>) throws(WebURLError) {
    let hostStart = output.count
    defer { layout.host = hostStart..<output.count }
    if input[range.lowerBound] == UInt8(ascii: "[") {
      try readIPv6(range)
      return
    }
    let isPlain = input[range].allSatisfy(Self.plainHostBytes.contains)
    if isPlain, !hasEncodedLabel(range) {
      output.append(contentsOf: input[range])
    } else {
      output.append(contentsOf: try asciiName(range))
    }
    lowerCase(from: hostStart, source: range)
    let name = Array(output[hostStart...])
    if let forbidden = name.first(where: Self.forbiddenHostBytes.contains) {
      let index = input[range].firstIndex(of: forbidden) ?? range.lowerBound
      throw error(.badHost(.forbiddenByte(forbidden)), at: index)
    }
    // Labels of soft hyphens only leave nothing.
    guard !name.isEmpty else { throw error(.noHost, at: range.lowerBound) }
    if IPv4Address.isNumeric(name) {
      try readIPv4(name, range)
    } else if !isResolvable(name) {
      note(.unresolvableHost, range)
    }
  }

  /// The A-labels of a host that has escapes, non-ASCII or encoded labels.
  private mutating func asciiName(_ range: Range<Int>) throws(WebURLError) -> [UInt8] {
    var name = Array(input[range])
    if name.contains(where: { $0 >= 0x80 }) { note(.nonASCII, range) }
    if name.contains(Self.percent) {
      note(.escapedHost, range)
      // Bytes that are no UTF-8 become U+FFFD, which no host may have.
      name = Array(String(decoding: PercentEncoding.decoded(name), as: UTF8.self).utf8)
    }
    if let forbidden = name.first(where: Self.forbiddenHostBytes.contains) {
      let index = input[range].firstIndex(of: forbidden) ?? range.lowerBound
      throw error(.badHost(.forbiddenByte(forbidden)), at: index)
    }
    do {
      return try InternationalName.asciiForm(of: name)
    } catch {
      let isAsGiven = name.count == range.count
      let offset = isAsGiven ? range.lowerBound + error.labelOffset : range.lowerBound
      throw self.error(.badHost(.label(error.reason)), at: offset)
    }
  }

  private mutating func lowerCase(from hostStart: Int, source: Range<Int>) {
    for index in hostStart..<output.count where (0x41...0x5A).contains(output[index]) {
      output[index] |= 0x20
    }
    if input[source].contains(where: { (0x41...0x5A).contains($0) }) {
      note(.upperCaseHost, source)
    }
  }

  private mutating func readIPv4(_ name: [UInt8], _ range: Range<Int>) throws(WebURLError) {
    do {
      let address = try IPv4Address.lenient(name)
      layout.address = .v4(address)
      output.removeLast(name.count)
      output.append(contentsOf: address.utf8)
      if address.utf8 != Array(input[range]) { note(.unusualAddress, range) }
    } catch {
      throw self.error(.badHost(.ipv4(error)), at: range.lowerBound)
    }
  }

  private mutating func readIPv6(_ range: Range<Int>) throws(WebURLError) {
    guard input[range.upperBound - 1] == UInt8(ascii: "]") else {
      throw error(.badHost(.ipv6(.unclosed)), at: range.lowerBound)
    }
    do {
      let address = try IPv6Address(utf8: Array(input[range.dropFirst().dropLast()]))
      layout.address = .v6(address)
      output.append(UInt8(ascii: "["))
      output.append(contentsOf: address.utf8)
      output.append(UInt8(ascii: "]"))
    } catch {
      throw self.error(.badHost(.ipv6(error)), at: range.lowerBound + 1)
    }
  }

  private func hasEncodedLabel(_ range: Range<Int>) -> Bool {
    guard range.count >= 4 else { return false }
    for index in range.lowerBound...range.upperBound - 4
    where input[index + 2] == UInt8(ascii: "-") && input[index + 3] == UInt8(ascii: "-") {
      if input[index] | 0x20 == UInt8(ascii: "x"), input[index + 1] | 0x20 == UInt8(ascii: "n") {
        return true
      }
    }
    return false
  }

  /// RFC 1035, section 2.3.4: labels of 1 to 63 bytes, 253 in all; a final dot is the root.
  private func isResolvable(_ name: [UInt8]) -> Bool {
    let dot = UInt8(ascii: ".")
    let relative = name.last == dot ? name.dropLast() : name[...]
    guard relative.count <= 253 else { return false }
    return relative.split(separator: dot, omittingEmptySubsequences: false)
      .allSatisfy { (1...63).contains($0.count) }
  }

  private static let plainHostBytes = ASCIISet.alphanumeric.union("-._")
  /// "Forbidden domain code points", section 3.3.
  private static let forbiddenHostBytes = ASCIISet { $0 <= 0x20 || $0 == 0x7F }
    .union("#/:<>?@[\\]^|%")
}
