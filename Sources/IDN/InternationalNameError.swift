import CIDN2

/// A label of a host name that has no ASCII form.
package struct InternationalNameError: Error, Hashable {
  /// What the label breaks.
  package let reason: Reason
  /// Where the label starts: a byte offset in the name.
  package let labelOffset: Int

  /// The demands of UTS 46 and RFC 5891 that a label can break.
  package enum Reason: Hashable, Sendable {
    /// A code point that no host name may have.
    case disallowedCodePoint
    /// A joiner in a place where its script does not want one (RFC 5892, appendix A).
    case misplacedJoiner
    /// Right-to-left and left-to-right mixed against RFC 5893.
    case mixedDirection
    /// An A-label (`xn--…`) that is not the Punycode of a valid label.
    case invalidPunycode
    /// A leading combining mark, or hyphens in the third and fourth place.
    case malformedLabel
    /// Over 63 bytes in ASCII.
    case tooLong
  }

  init(_ code: idn2_rc, labelAt offset: Int) {
    labelOffset = offset
    reason =
      switch code {
      case IDN2_CONTEXTJ, IDN2_CONTEXTJ_NO_RULE: .misplacedJoiner
      case IDN2_BIDI: .mixedDirection
      case IDN2_PUNYCODE_BAD_INPUT, IDN2_PUNYCODE_OVERFLOW, IDN2_INVALID_ALABEL,
        IDN2_ALABEL_ROUNDTRIP_FAILED, IDN2_INVALID_NONTRANSITIONAL:
        .invalidPunycode
      case IDN2_TOO_BIG_DOMAIN, IDN2_TOO_BIG_LABEL, IDN2_PUNYCODE_BIG_OUTPUT: .tooLong
      case IDN2_2HYPHEN, IDN2_HYPHEN_STARTEND, IDN2_LEADING_COMBINING: .malformedLabel
      default: .disallowedCodePoint
      }
  }
}
