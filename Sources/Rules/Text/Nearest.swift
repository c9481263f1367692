import Standards

/// Guesses which known word was meant.
enum Nearest {
  /// The known word that is nearest to a mistyped one; none when all are far.
  static func word(to word: String, among known: [String]) -> String? {
    EditDistance.nearest(to: word, in: known)
  }
}
