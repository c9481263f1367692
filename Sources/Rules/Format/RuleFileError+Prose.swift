import YAML

extension RuleFileError: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: what is wrong`, a sentence or two for the author of the rule.
  package var description: String {
    "\(Printable.text(file)):\(mark.line):\(mark.column): \(sentence)"
  }

  /// What is wrong, without the place.
  package var sentence: String {
    switch fault {
    case .badMessage(let reason):
      "The message cannot be read: \(reason)."
    case .badPattern(let pattern, let reason):
      "'\(Printable.text(pattern))' is no pattern that RE2 takes: \(Printable.text(reason))."
    case .badSelector(let selector, let error):
      "'\(Printable.text(selector))' is no selector: \(error)."
    case .cannotMend(let kind):
      "'\(kind)' has no fix to offer. Remove 'fix'."
    case .cycle(let rules):
      "These rules wait for one another: \(rules.joined(separator: " → "))."
    case .duplicateRule(let id, let other):
      "The rule '\(Printable.text(id))' is in \(Printable.text(other)) already."
    case .misplacedFile:
      "A rule file lies in the folder of its pack: PACK/FAULT.yml, in lower case with hyphens."
    case .missingExample(let kind):
      "The rule has no \(kind) example. It needs at least one passing and one failing."
    case .missingKey(let key):
      "The rule has no '\(key)'."
    case .missingOption(let option):
      "The check needs the option '\(option)'."
    case .noRules:
      "The folder has no rule file. Rule files are called PACK/FAULT.yml."
    case .unknown(let word, let name, let known):
      "'\(Printable.text(name))' is no known \(word.rawValue)." + advice(known)
    case .unreadable(let reason):
      "The file cannot be read: \(reason)."
    case .wrongScope(let kind, let scope):
      "'\(kind)' checks rules of scope '\(scope)' only."
    case .wrongType(let key, let expected):
      "'\(Printable.text(key))' takes \(expected)."
    case .yaml(let fault):
      Printable.text(fault.sentence, width: 2 * Printable.width)
    }
  }

  private func advice(_ known: [String]) -> String {
    if let suggestion { return " Did you mean '\(suggestion)'?" }
    guard !known.isEmpty else { return " There is none." }
    guard known.count <= 24 else { return "" }
    return " Known: \(known.sorted().joined(separator: ", "))."
  }
}
