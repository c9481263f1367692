extension LanguageTag {
  /// What makes a well-formed tag invalid. RFC 5646, section 2.2.9.
  package struct Fault: Hashable, Sendable {
    package let kind: Kind
    /// A byte range in the tag.
    package let range: Range<Int>

    /// The kinds of fault.
    package enum Kind: Hashable, Sendable {
      /// The registry does not know the subtag.
      case unregistered(Subtag.Kind)
      /// A variant or a singleton stands twice.
      case duplicate
      /// More extended language subtags than one, or one whose prefix is another language.
      case misplacedExtendedLanguage(prefix: String?)
    }
  }

  /// A subtag, or a whole tag, that the registry has deprecated.
  package struct Deprecation: Hashable, Sendable {
    /// A byte range in the tag.
    package let range: Range<Int>
    /// What is to be used instead, in canonical case, if there is one.
    package let replacement: String?
  }

  /// What makes the tag invalid, in order; empty for a valid tag.
  package var faults: [Fault] {
    if isGrandfathered { return [] }
    var faults: [Fault] = []
    var seen: Set<String> = []
    var extendedLanguages = 0
    for subtag in subtags {
      let code = subtag.lowered
      if !isRegistered(subtag) {
        faults.append(Fault(kind: .unregistered(subtag.kind), range: subtag.range))
        continue
      }
      switch subtag.kind {
      case .variant, .singleton:
        if !seen.insert(code).inserted {
          faults.append(Fault(kind: .duplicate, range: subtag.range))
        }
      case .extendedLanguage:
        extendedLanguages += 1
        let prefix = LanguageRegistry.extlang(code)?.prefix
        if extendedLanguages > 1 || prefix != language {
          let kind = Fault.Kind.misplacedExtendedLanguage(prefix: prefix)
          faults.append(Fault(kind: kind, range: subtag.range))
        }
      case .language, .script, .region, .extension, .privateUse, .grandfathered: break
      }
    }
    return faults
  }

  /// Whether every subtag is registered and nothing stands twice.
  package var isValid: Bool { faults.isEmpty }

  /// Variants used with a language (or tag) that the registry does not foresee for them; legal, but
  /// odd. RFC 5646, section 3.1.8.
  package var oddVariants: [(range: Range<Int>, prefixes: [String])] {
    let lowered = text.lowercased()
    return subtags.compactMap { subtag in
      guard subtag.kind == .variant, let variant = LanguageRegistry.variant(subtag.lowered),
        !variant.prefixes.isEmpty
      else { return nil }
      let isForeseen = variant.prefixes.contains { prefix in
        lowered.hasPrefix(prefix + "-") || matches(prefix, before: subtag)
      }
      return isForeseen ? nil : (subtag.range, variant.prefixes)
    }
  }

  /// What the registry has deprecated in the tag.
  package var deprecations: [Deprecation] {
    if let whole = LanguageRegistry.wholeTag(text) {
      guard whole.status.isDeprecated else { return [] }
      return [Deprecation(range: 0..<text.utf8.count, replacement: whole.status.preferred)]
    }
    return subtags.compactMap { subtag in
      let status: LanguageRegistry.Status? =
        switch subtag.kind {
        case .language: LanguageRegistry.language(subtag.lowered)?.status
        case .extendedLanguage: LanguageRegistry.extlang(subtag.lowered)?.status
        case .region: LanguageRegistry.region(subtag.lowered)
        case .variant: LanguageRegistry.variant(subtag.lowered)?.status
        case .script, .singleton, .extension, .privateUse, .grandfathered: nil
        }
      guard let status, status.isDeprecated else { return nil }
      let replacement = status.preferred.map { subtag.kind == .region ? $0.uppercased() : $0 }
      return Deprecation(range: subtag.range, replacement: replacement)
    }
  }

  private func isRegistered(_ subtag: Subtag) -> Bool {
    let code = subtag.lowered
    return switch subtag.kind {
    case .language: LanguageRegistry.language(code) != nil
    case .extendedLanguage: LanguageRegistry.extlang(code) != nil
    case .script: LanguageRegistry.hasScript(code)
    case .region: LanguageRegistry.region(code) != nil
    case .variant: LanguageRegistry.variant(code) != nil
    // The Language Tag Extensions Registry: t (RFC 6497) and u (RFC 6067).
    case .singleton: code == "t" || code == "u"
    case .extension, .privateUse, .grandfathered: true
    }
  }

  /// Whether the subtags of a registered prefix all stand before a variant, maybe with others between.
  private func matches(_ prefix: String, before variant: Subtag) -> Bool {
    let before = subtags.prefix { $0.range.lowerBound < variant.range.lowerBound }.map(\.lowered)
    return prefix.split(separator: "-").allSatisfy { before.contains(String($0)) }
  }
}
