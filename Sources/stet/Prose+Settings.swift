import Run
import Settings
import Standards
import YAML

/// The sentences about the configuration, and about what has changed.
extension Prose {
  static func text(of error: SettingsError) -> String {
    let mark = error.place.mark
    return "\(error.place.file):\(mark.line):\(mark.column): \(sentence(error.fault))"
  }

  private static func sentence(_ fault: SettingsError.Fault) -> String {
    switch fault {
    case .yaml(let fault): fault.sentence
    case .unreadable(let reason): "The file cannot be read: \(reason)."
    case .misnamed: "The configuration is called stet.yml. Rename the file."
    case .unknownKey(let key, let place, let known):
      "'\(key)' is no known key" + (place.map { " of '\($0)'" } ?? "") + "." + guess(key, known)
    case .unknownValue(let word, let key, let known):
      "'\(key)' cannot be '\(word)'." + guess(word, known)
    case .wrongType(let key, let expected): "'\(key)' takes \(expected)."
    case .missingKey(let key, let place): "An entry of '\(place)' needs '\(key)'."
    case .privileged(let key, let option):
      "'\(key)' is taken from the command line only\(option.map { " (\($0))" } ?? ""), because a "
        + "pull request can change this file and must not decide what the run may reach or write. "
        + "Remove it."
    case .overLimit(let key, let limit, let option):
      "'\(key)' can be at most \(limit) here: only the command line (\(option)) may raise a limit, "
        + "because a pull request can change this file."
    case .unknownRule(let pattern, let nearest):
      "No rule is called '\(pattern)'. "
        + (nearest.map { "Did you mean '\($0)'?" } ?? "'stet rules list' prints them all.")
    case .optionsOfPattern(let pattern):
      "'\(pattern)' is more than one rule and has no options but 'severity'. "
        + "Set options by a rule's ID."
    case .badPattern(let pattern, let reason):
      "The pattern '\(pattern)' cannot be read: \(reason)."
    case .badPointer(let text):
      "'\(text)' is no path of a field. Write names with dots between them, 'content.text', or a "
        + "JSON Pointer, '/alternates/*'."
    case .circle(let files):
      "These files extend one another: \(files.joined(separator: " → ")). Break the circle."
    case .tooDeep(let limit): "More than \(limit) files extend one another. Join some."
    case .outside(let key, let path):
      "'\(key)' leads out of the repository: '\(path)'. Name a path inside it, from this file."
    }
  }

  private static func guess(_ word: String, _ known: [String]) -> String {
    if let nearest = EditDistance.nearest(to: word, in: known) {
      return " Did you mean '\(nearest)'?"
    }
    return known.count <= 24 ? " Known: \(known.joined(separator: ", "))." : ""
  }

  static func text(of error: ChangeError) -> String {
    switch error {
    case .noGit: "'--since' asks git, which is not installed."
    case .noRepository(let folder):
      "'--since' needs a git repository, and '\(folder)' is in none."
    case .unknownRevision(let revision):
      "There is no revision '\(revision)' here. A shallow clone lacks old ones: fetch it, or name "
        + "another."
    case .failed(let reason): "git could not tell what has changed: \(reason)."
    }
  }

  static func text(of error: SkeletonError) -> String {
    switch error {
    case .badName(let name):
      "'\(name)' is no name for a rule. Write PACK/FAULT in lower case with hyphens: "
        + "house/too-loud."
    case .exists(let path): "'\(path)' is there already. Choose another name."
    case .cannotWrite(let path, let code): "'\(path)' cannot be written: \(reason(code))."
    }
  }
}
