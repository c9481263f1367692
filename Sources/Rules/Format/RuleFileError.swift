package import YAML

/// A rule file that cannot be used: where, and why.
package struct RuleFileError: Error, Hashable, Sendable {
  package let file: String
  /// The place in the rule file; line 1, column 1 where the file as a whole is at fault.
  package let mark: YAMLMark
  package let fault: Fault

  package init(file: String, mark: YAMLMark = YAMLMark(line: 1, column: 1), fault: Fault) {
    self.file = file
    self.mark = mark
    self.fault = fault
  }

  package enum Fault: Hashable, Sendable {
    case badMessage(String)
    case badPattern(String, reason: String)
    case badSelector(String, SelectorError)
    case cannotMend(kind: String)
    /// The rules that wait for one another.
    case cycle([String])
    /// The ID and the file that holds it already.
    case duplicateRule(String, other: String)
    case misplacedFile
    case missingExample(kind: String)
    case missingKey(String)
    case missingOption(String)
    /// A folder without any rule file.
    case noRules
    /// A word where only some are known: what sort of word, the word, the known ones.
    case unknown(Word, String, known: [String])
    case unreadable(reason: String)
    case wrongScope(kind: String, scope: String)
    /// The key and what it takes, as a phrase: `a list of texts`.
    case wrongType(key: String, expected: String)
    case yaml(YAMLError.Fault)
  }

  /// A sort of word that a rule file uses.
  package enum Word: String, Sendable {
    case key, kind, option, placeholder, rule, role, scope, severity, value
  }

  /// The known word that was most likely meant.
  package var suggestion: String? {
    guard case .unknown(_, let word, let known) = fault else { return nil }
    return Nearest.word(to: word, among: known)
  }
}
