/// Labels with symbols (emoji): forbidden by IDNA2008, valid by UTS 46, and registered in fact.
enum SymbolLabel {
  /// The A-label of a label of ASCII and symbols, given in Unicode or as an A-label; nil for others.
  static func asciiForm(of label: ArraySlice<UInt8>) -> [UInt8]? {
    let isEncoded = InternationalName.hasPrefix(label)
    guard let bytes = isEncoded ? Punycode.decoded(label.dropFirst(4)) : Array(label) else {
      return nil
    }
    var scalars: [Unicode.Scalar] = []
    for scalar in String(decoding: InternationalName.lowered(bytes[...]), as: UTF8.self)
      .unicodeScalars
    {
      // UTS 46 ignores the emoji and text variation selectors.
      if scalar.value == 0xFE0E || scalar.value == 0xFE0F { continue }
      guard scalar.isASCII || isUnmappedSymbol(scalar) else { return nil }
      scalars.append(scalar)
    }
    let encoded = Array("xn--".utf8) + Punycode.encoded(scalars)
    guard encoded.count <= 63 else { return nil }
    return isEncoded && encoded != InternationalName.lowered(label) ? nil : encoded
  }

  /// A symbol that UTS 46 keeps: compatibility mappings (™, ①) are libidn2's to do.
  private static func isUnmappedSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .modifierSymbol: true
    default: false
    }
  }
}
