/// Makes the anchors that GitHub gives to the headings of one document.
///
/// Lower case; letters, marks, decimal digits, `_` and `-` stay, a blank becomes `-`, all else goes;
/// an anchor that is taken gets `-1`, `-2`, …
package struct Slugger: Sendable {
  // Bytes, for String keys are equal under canonical equivalence, and anchors are not.
  private var taken: [[UInt8]: Int] = [:]

  package init() {}

  /// The anchor of the next heading, given as plain text.
  package mutating func slug(for heading: String) -> String {
    String(decoding: slug(for: Array(heading.utf8)), as: UTF8.self)
  }

  /// The same in UTF-8.
  package mutating func slug(for heading: [UInt8]) -> [UInt8] {
    let base = Self.base(heading)
    var slug = base
    while taken[slug] != nil {
      let count = (taken[base] ?? 0) + 1
      taken[base] = count
      slug = base + Array("-\(count)".utf8)
    }
    taken[slug] = 0
    return slug
  }

  /// The anchor of a heading that stands alone.
  package static func base(_ heading: String) -> String {
    String(decoding: base(Array(heading.utf8)), as: UTF8.self)
  }

  private static func base(_ heading: [UInt8]) -> [UInt8] {
    var slug: [UInt8] = []
    slug.reserveCapacity(heading.count)
    for byte in heading {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
      case 0x80...: return Array(unicodeBase(String(decoding: heading, as: UTF8.self)).utf8)
      default: continue
      }
    }
    return slug
  }

  private static func unicodeBase(_ heading: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if isKept(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "-" || scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default:
      return false
    }
  }
}
