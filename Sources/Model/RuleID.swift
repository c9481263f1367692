/// A rule's stable name, `pack/fault`: `dates/updated-before-published`. It names the fault.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }

  /// The part before the slash.
  package var pack: String {
    String(description.prefix { $0 != "/" })
  }

  package static func < (left: RuleID, right: RuleID) -> Bool {
    left.description < right.description
  }
}
