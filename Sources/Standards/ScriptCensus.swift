/// Counts the letters of a text by script.
package struct ScriptCensus: Hashable, Sendable {
  /// Letters by script; what is common to many scripts is not counted.
  package let counts: [Script: Int]
  /// All letters counted.
  package let total: Int

  /// The version of the Unicode data: `14.0.0`.
  package static var unicodeVersion: String { "\(ScriptTable.unicodeVersion)" }

  package init(_ text: String) {
    self.init(text.unicodeScalars)
  }

  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    var finder = ScriptFinder()
    var counts: [Script: Int] = [:]
    var current: Script?
    var run = 0
    var total = 0
    for scalar in scalars {
      guard let script = finder.script(of: scalar) else { continue }
      total += 1
      if script == current {
        run += 1
      } else {
        if let current { counts[current, default: 0] += run }
        (current, run) = (script, 1)
      }
    }
    if let current { counts[current, default: 0] += run }
    self.counts = counts
    self.total = total
  }

  /// The script with most letters, or nil where there is none. Of equals, the first by code.
  package var dominant: Script? {
    counts.max { one, other in
      one.value != other.value ? one.value < other.value : one.key.code > other.key.code
    }?.key
  }

  /// The share of the letters that belong to some scripts: 0 to 1.
  package func share(of scripts: Set<Script>) -> Double {
    guard total > 0 else { return 0 }
    return Double(scripts.reduce(0) { $0 + (counts[$1] ?? 0) }) / Double(total)
  }
}
