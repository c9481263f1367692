import Model

/// Tells values that say nothing.
enum Emptiness {
  /// How the value is empty, as a phrase; none when it has content.
  static func reason(_ subject: Subject) -> String? {
    guard let value = subject.value else { return nil }
    switch value.kind {
    case .null: return "null"
    case .array: return value.elements.contains { _ in true } ? nil : "an empty list"
    case .object: return value.members.contains { _ in true } ? nil : "an empty object"
    case .string:
      guard value.range.count > 2 else { return "empty" }
      // Only text with white space at an end can be white space throughout.
      guard subject.traits.contains(.outerWhiteSpace) else { return nil }
      return WhiteSpace.inner(of: subject.utf8).isEmpty ? "white space only" : nil
    case .number, .true, .false, .key: return nil
    }
  }
}
