package import YAML

/// A configuration that cannot be used: where, and why. Prose is made by the command.
package struct SettingsError: Error, Hashable, Sendable {
  package let place: SettingsPlace
  package let fault: Fault

  package init(at place: SettingsPlace, _ fault: Fault) {
    self.place = place
    self.fault = fault
  }

  /// Of a file as a whole.
  package init(file: String, _ fault: Fault) {
    self.init(at: SettingsPlace(file: file, mark: YAMLMark(line: 1, column: 1)), fault)
  }

  package enum Fault: Hashable, Sendable {
    case yaml(YAMLError.Fault)
    /// The reason as a phrase.
    case unreadable(reason: String)
    /// A file of nearly the right name, which nobody would read.
    case misnamed
    /// A key, where it stands (none at the top), what may stand there.
    case unknownKey(String, in: String?, known: [String])
    /// A word, the key that takes it, what it takes.
    case unknownValue(String, key: String, known: [String])
    /// The key and what it takes, as a phrase: `a list of texts`.
    case wrongType(key: String, expected: String)
    case missingKey(String, in: String)
    /// What only the command line may say: the key and, where there is one, the option.
    case privileged(key: String, option: String?)
    /// More than the default, which only the command line may ask for.
    case overLimit(key: String, limit: String, option: String)
    /// A pattern that fits no rule, and the rule that was likely meant.
    case unknownRule(String, nearest: String?)
    /// Options for more than one rule.
    case optionsOfPattern(String)
    case badPattern(String, reason: String)
    case badPointer(String)
    /// `extends` that comes back to a file: the files on the way.
    case circle([String])
    case tooDeep(limit: Int)
    /// A path that leads out of the repository.
    case outside(key: String, path: String)
  }
}
