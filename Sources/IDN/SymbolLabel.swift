/// Labels with symbols (emoji): forbidden by IDNA2008, valid by UTS 46, and registered in fact.
enum SymbolLabel {
  /// The A-label of a label of ASCII and symbols; nil for others.
  static func asciiForm(of label: ArraySlice<UInt8>) -> [UInt8]? {
    var scalars: [Unicode.Scalar] = []
    for scalar in String(decoding: InternationalName.lowered(label), as: UTF8.self)
      .unicodeScalars
    {
      // UTS 46 ignores the emoji and text variation selectors.
      if scalar.value == 0xFE0E || scalar.value == 0xFE0F { continue }
      guard scalar.isASCII || isUnmappedSymbol(scalar) else { return nil }
      scalars.append(scalar)
    }
    let startsAsEncoded = scalars.prefix(4).elementsEqual("xn--".unicodeScalars)
    guard !startsAsEncoded, !scalars.allSatisfy(\.isASCII) else { return nil }
    let encoded = Array("xn--".utf8) + Punycode.encoded(scalars)
    return encoded.count <= 63 ? encoded : nil
  }

  /// A symbol that UTS 46 keeps: compatibility mappings (™, ①) are libidn2's to do.
  private static func isUnmappedSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // U+FFFC and U+FFFD stand for what could not be read.
    case .otherSymbol: !(0xFFF0...0xFFFF).contains(scalar.value)
    case .mathSymbol, .modifierSymbol: true
    default: false
    }
  }
}
