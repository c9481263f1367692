import Model

/// A selector with what can be known of it before any record is seen.
///
/// A class, so that going through the selectors copies nothing.
final class SelectorPlan: Sendable {
  let selector: Selector
  /// See ``Selector/isDeep``.
  let isDeep: Bool
  /// See ``Selector/mayRepeat``.
  let mayRepeat: Bool
  /// The names on the way where it is a chain of one or more names: it picks one value at most.
  let names: [String]?
  /// The path of the list of which it picks all elements; none for selectors of other forms.
  let list: FieldPath?

  init(_ selector: Selector) {
    self.selector = selector
    isDeep = selector.isDeep
    mayRepeat = selector.mayRepeat
    names = selector.names.flatMap { $0.isEmpty ? nil : $0 }
    list = Self.list(of: selector.segments)
  }

  private static func list(of segments: [Selector.Segment]) -> FieldPath? {
    guard let last = segments.last, last.reach == .children, last.picks == [.wildcard] else {
      return nil
    }
    var path = FieldPath.root
    for segment in segments.dropLast() {
      guard segment.reach == .children, segment.picks.count == 1,
        case .name(let name) = segment.picks[0]
      else { return nil }
      path = path.appending(name.utf8)
    }
    return path
  }
}
