import CIDN2

/// Turns host names between Unicode and their ASCII form (A-labels), whatever the locale.
///
/// Follows UTS 46 non-transitional processing as browsers use it (CheckHyphens, UseSTD3ASCIIRules
/// and VerifyDnsLength are false), label by label: plain ASCII labels pass as they are, in lower
/// case; others go through libidn2. Symbols (emoji) that IDNA2008 forbids but browsers take are
/// encoded here.
package enum InternationalName {
  /// The name with every label in ASCII and lower case. Full stops of other scripts become `.`.
  ///
  /// - Parameter name: a host name in UTF-8, already percent-decoded.
  /// - Throws: ``InternationalNameError`` with the first label that has no ASCII form.
  package static func asciiForm(of name: [UInt8]) throws(InternationalNameError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(name.count + 8)
    var start = 0
    while true {
      let stop = fullStop(in: name, from: start)
      let end = stop?.lowerBound ?? name.count
      try appendLabel(name[start..<end], at: start, to: &result)
      guard let stop else { return result }
      result.append(UInt8(ascii: "."))
      start = stop.upperBound
    }
  }

  /// The name for display: A-labels decoded, labels that decode to nothing valid left as they are.
  ///
  /// - Parameter name: a host name in ASCII.
  package static func unicodeForm(of name: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, label) in name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { result.append(UInt8(ascii: ".")) }
      if hasPrefix(label), verified(label) != nil,
        let decoded = Punycode.decoded(label.dropFirst(4))
      {
        result.append(contentsOf: decoded)
      } else {
        result.append(contentsOf: label)
      }
    }
    return result
  }

  private static func appendLabel(
    _ label: ArraySlice<UInt8>, at offset: Int, to result: inout [UInt8]
  ) throws(InternationalNameError) {
    let isASCII = !label.contains { $0 >= 0x80 }
    if isASCII && !hasPrefix(label) {
      result.append(contentsOf: lowered(label))
      return
    }
    do {
      result.append(contentsOf: try converted(label, at: offset))
    } catch {
      let known = isASCII ? verified(label) : SymbolLabel.asciiForm(of: label)
      guard let known, isASCII || error.reason == .disallowedCodePoint else { throw error }
      result.append(contentsOf: known)
    }
  }

  /// An A-label that libidn2 refuses (symbols, odd ASCII), if it is the ASCII form of what it encodes.
  private static func verified(_ label: ArraySlice<UInt8>) -> [UInt8]? {
    guard let decoded = Punycode.decoded(label.dropFirst(4)),
      decoded.contains(where: { $0 >= 0x80 }),
      let again = try? asciiForm(of: decoded), again == lowered(label)
    else { return nil }
    return again
  }

  private static func converted(
    _ label: ArraySlice<UInt8>, at offset: Int
  ) throws(InternationalNameError) -> [UInt8] {
    // A NUL in the label would cut it short for C.
    guard !label.contains(0) else {
      throw InternationalNameError(IDN2_DISALLOWED, labelAt: offset)
    }
    // No label of 63 bytes comes from so many; refused before it costs quadratic time.
    guard label.count <= 1024 else {
      throw InternationalNameError(IDN2_TOO_BIG_LABEL, labelAt: offset)
    }
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(bitPattern: IDN2_NONTRANSITIONAL.rawValue)
    let code = idn2_to_ascii_8z(label.map(CChar.init(bitPattern:)) + [0], &output, flags)
    defer { idn2_free(output) }
    guard code == IDN2_OK.rawValue, let output else {
      throw InternationalNameError(idn2_rc(code), labelAt: offset)
    }
    return UnsafeBufferPointer(start: output, count: length(of: output))
      .map(UInt8.init(bitPattern:))
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }

  /// The next label separator of UTS 46, section 4: `.`, U+3002, U+FF0E, U+FF61.
  private static func fullStop(in name: [UInt8], from start: Int) -> Range<Int>? {
    for index in start..<name.count {
      if name[index] == UInt8(ascii: ".") { return index..<index + 1 }
      guard name[index] >= 0xE3, index + 2 < name.count else { continue }
      switch (name[index], name[index + 1], name[index + 2]) {
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E), (0xEF, 0xBD, 0xA1): return index..<index + 3
      default: continue
      }
    }
    return nil
  }

  static func hasPrefix(_ label: ArraySlice<UInt8>) -> Bool {
    label.count >= 4 && lowered(label.prefix(4)) == Array("xn--".utf8)
  }

  static func lowered(_ label: ArraySlice<UInt8>) -> [UInt8] {
    label.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
