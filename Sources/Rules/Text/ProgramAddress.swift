/// Knows addresses that are programs, as browsers read them.
enum ProgramAddress {
  /// Whether an address as written may turn out to be one: asked of every link, so that few are
  /// decoded.
  static func mayBe(_ written: ArraySlice<UInt8>) -> Bool {
    guard let first = written.first else { return false }
    switch first | 0x20 {
    case UInt8(ascii: "j"), UInt8(ascii: "v"), UInt8(ascii: "d"): return true
    default: return first <= 0x20 || first == UInt8(ascii: "&") || first == UInt8(ascii: "\\")
    }
  }

  /// `javascript:`, `vbscript:`, `data:text/html`; none for other addresses.
  ///
  /// White space and controls before, tabs and line breaks inside are skipped, capitals are as good.
  /// WHATWG URL Standard, section 4.4.
  static func scheme(of address: [UInt8]) -> String? {
    let start = address.drop { $0 <= 0x20 }
    var plain: [UInt8] = []
    for byte in start where byte != 0x09 && byte != 0x0A && byte != 0x0D {
      plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      if plain.count == 32 { break }
    }
    return known.first { plain.starts(with: $0.utf8) }
  }

  private static let known = [
    "javascript:", "vbscript:", "data:text/html", "data:application/xhtml+xml",
  ]
}
