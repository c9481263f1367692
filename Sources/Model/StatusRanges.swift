/// Statuses of HTTP as people write them: `403`, `200..299`, `401,403`.
package struct StatusRanges: Hashable, Sendable, CustomStringConvertible {
  private var ranges: [ClosedRange<Int>] = []

  /// None at all.
  package init() {}

  /// Reads a list with commas of statuses from 100 to 599 and ranges of them; nil for anything else.
  package init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = Self.range(part.utf8[...]) else { return nil }
      ranges.append(range)
    }
  }

  package var isEmpty: Bool { ranges.isEmpty }

  package func contains(_ status: Int) -> Bool { ranges.contains { $0.contains(status) } }

  /// Adds those of another set.
  package mutating func formUnion(_ other: StatusRanges) {
    ranges += other.ranges.filter { !ranges.contains($0) }
  }

  /// As it is read again.
  package var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
      .joined(separator: ",")
  }

  private static func range(_ text: Substring.UTF8View) -> ClosedRange<Int>? {
    let text = Array(text.drop { $0 == 0x20 })
    guard let first = status(text.prefix(3)) else { return nil }
    var rest = text.dropFirst(3)
    while rest.last == 0x20 { rest.removeLast() }
    if rest.isEmpty { return first...first }
    guard rest.starts(with: "..".utf8), let last = status(rest.dropFirst(2)), first <= last else {
      return nil
    }
    return first...last
  }

  private static func status(_ digits: some Collection<UInt8>) -> Int? {
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let status = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (100...599).contains(status) ? status : nil
  }
}
