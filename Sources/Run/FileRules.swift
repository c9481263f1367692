import Rules
import Settings
import Synchronization

/// Knows what is asked of each file: the configuration's overrides, settled once for each set of
/// them and once for a file in a row.
final class FileRules: Sendable {
  private let engine: RuleEngine
  private let overrides: [RuleOverride]
  private let workingDirectory: String
  private let known = Mutex(Known())

  private struct Known {
    var variants: [[Int]: RuleVariant] = [:]
    var file: String?
    var variant: RuleVariant?
  }

  init(_ engine: RuleEngine, overrides: [RuleOverride], workingDirectory: String) {
    self.engine = engine
    self.overrides = overrides
    self.workingDirectory = workingDirectory
  }

  func variant(of file: String) -> RuleVariant {
    guard !overrides.isEmpty else { return engine.usual }
    return known.withLock { known in
      if let last = known.file, let variant = known.variant,
        last.utf8.elementsEqual(file.utf8)
      {
        return variant
      }
      let applying = overrides.indices.filter {
        overrides[$0].covers(file, from: workingDirectory)
      }
      let variant = known.variants[applying] ?? engine.variant(applying: applying)
      known.variants[applying] = variant
      known.file = file
      known.variant = variant
      return variant
    }
  }
}
