/// A text that is no pattern.
package struct PatternError: Error, Hashable {
  /// What RE2 says: `missing ): (a`.
  package let reason: String
}
