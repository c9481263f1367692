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
    let base = Self.base(heading)
    var slug = base
    while taken[Array(slug.utf8)] != nil {
      let count = (taken[Array(base.utf8)] ?? 0) + 1
      taken[Array(base.utf8)] = count
      slug = base + "-" + String(count)
    }
    taken[Array(slug.utf8)] = 0
    return slug
  }

  /// The anchor of a heading that stands alone.
  package static func base(_ heading: String) -> String {
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
