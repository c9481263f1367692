/// Why a text is no selector.
package struct SelectorError: Error, Hashable, Sendable, CustomStringConvertible {
  package let fault: Fault
  /// In code points from the start of the text, from 0.
  package let position: Int

  package enum Fault: Hashable, Sendable {
    case badEscape
    case badInteger
    case expected(String)
    case filter
    case integerOutOfRange
  }

  /// A phrase: `expected ']' at character 5`.
  package var description: String {
    let reason =
      switch fault {
      case .badEscape: "an escape that JSONPath does not have"
      case .badInteger: "a number with a needless zero or sign"
      case .expected(let what): "expected \(what)"
      case .filter: "filters are not supported"
      case .integerOutOfRange: "a number beyond 2^53 - 1"
      }
    return "\(reason), at character \(position + 1)"
  }
}
