import Standards

/// Says in words what is wrong with a language tag.
enum LanguageProse {
  static func phrase(for reason: LanguageTagError.Reason) -> String {
    switch reason {
    case .empty: "it is empty"
    case .underscore: "subtags are joined by '-', not by '_'"
    case .badCharacter: "a tag has only letters, digits and '-'"
    case .emptySubtag: "a '-' stands where no subtag follows or precedes"
    case .subtagTooLong: "a subtag has more than eight characters"
    case .badLanguage: "it does not start with a language"
    case .misplacedSubtag: "a subtag stands where it cannot"
    case .emptyExtension: "nothing follows the last letter"
    }
  }

  static func phrase(for kind: LanguageTag.Fault.Kind, of found: String) -> String {
    switch kind {
    case .unregistered(let subtag): "'\(found)' is no registered \(name(of: subtag))"
    case .duplicate: "'\(found)' stands twice"
    case .misplacedExtendedLanguage: "'\(found)' cannot follow that language"
    }
  }

  static func phrase(for reason: LanguageTag.Uselessness) -> String {
    switch reason {
    case .undetermined: "it means that the language is not known"
    case .multiple: "it means several languages and names none"
    case .notLinguistic: "it means that there is no language in it"
    case .uncoded: "it means a language without a code"
    case .privateUse: "it means something only to those who agreed on it"
    }
  }

  private static func name(of kind: LanguageTag.Subtag.Kind) -> String {
    switch kind {
    case .language, .grandfathered: "language"
    case .extendedLanguage: "extended language"
    case .script: "script"
    case .region: "region"
    case .variant: "variant"
    case .singleton, .extension: "extension"
    case .privateUse: "private subtag"
    }
  }
}
