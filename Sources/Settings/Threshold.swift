/// A bound on a number of links: `> 5%`, `>= 10`.
package struct Threshold: Hashable, Sendable, CustomStringConvertible {
  private let number: Double
  private let isShare: Bool
  /// Whether the bound itself is over it already.
  private let isInclusive: Bool
  /// As written.
  package let description: String

  /// Reads `> N`, `>= N`, `> N%`, `>= N%`; nil for anything else.
  package init?(_ text: String) {
    var rest = text[...].drop { $0 == " " }
    guard rest.utf8.first == UInt8(ascii: ">") else { return nil }
    rest.removeFirst()
    isInclusive = rest.utf8.first == UInt8(ascii: "=")
    if isInclusive { rest.removeFirst() }
    rest = rest.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    isShare = rest.utf8.last == UInt8(ascii: "%")
    if isShare { rest.removeLast() }
    let isPlain = rest.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, let number = Double(rest), number.isFinite, !isShare || number <= 100,
      isShare || number == number.rounded()
    else { return nil }
    self.number = number
    description = text
  }

  /// Whether a count is over the bound.
  package func isExceeded(by count: Int, of total: Int) -> Bool {
    guard count > 0 else { return false }
    // Multiplied, not divided: 5 of 100 is not over 5 %.
    let (left, right) =
      isShare ? (Double(count) * 100, number * Double(total)) : (Double(count), number)
    return isInclusive ? left >= right : left > right
  }
}
