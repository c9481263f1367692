/// How many single edits lead from one text to another: insertion, deletion, substitution and
/// transposition of neighbours (Damerau and Levenshtein, restricted), on Unicode scalars.
package enum EditDistance {
  /// The distance, or nil if it is over `limit`.
  package static func between(_ left: String, _ right: String, limit: Int) -> Int? {
    let from = Array(left.unicodeScalars)
    let to = Array(right.unicodeScalars)
    guard abs(from.count - to.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...to.count)
    for (row, scalar) in from.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(to.count + 1)
      for (column, other) in to.enumerated() {
        var cost = min(
          last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalar == to[column - 1], from[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      guard (current.min() ?? 0) <= limit else { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[to.count] <= limit ? last[to.count] : nil
  }

  /// The candidate nearest to a text, for "did you mean"; the first of equals, nil if none is near.
  ///
  /// - Parameter limit: by default a third of the text's length, at least one and at most three.
  package static func nearest(
    to text: String, in candidates: some Sequence<String>, limit: Int? = nil
  ) -> String? {
    var best: String?
    var limit = limit ?? min(3, max(1, text.unicodeScalars.count / 3))
    for candidate in candidates {
      guard limit >= 0 else { break }
      guard let distance = between(text, candidate, limit: limit) else { continue }
      best = candidate
      limit = distance - 1
    }
    return best
  }
}
