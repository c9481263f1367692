extension LanguageTag {
  /// The tag in the usual case: `zh-Hant-TW`. RFC 5646, section 2.1.1.
  package var canonicalCase: String {
    if let whole = LanguageRegistry.wholeTag(text) { return whole.tag }
    return subtags.map(cased).joined(separator: "-")
  }

  /// The tag in the usual case, with deprecated and extended language subtags replaced where the
  /// registry names what to use. RFC 5646, section 4.5.
  package var canonical: String {
    if let preferred = LanguageRegistry.wholeTag(text)?.status.preferred { return preferred }
    if isGrandfathered { return canonicalCase }
    var result: [String] = []
    for subtag in subtags {
      let code = subtag.lowered
      switch subtag.kind {
      case .language:
        result.append(LanguageRegistry.language(code)?.status.preferred ?? code)
      case .extendedLanguage:
        // `zh-yue` becomes `yue`.
        let preferred = LanguageRegistry.extlang(code)?.status.preferred
        if let preferred, result.count == 1 { result = [preferred] } else { result.append(code) }
      case .region:
        result.append((LanguageRegistry.region(code)?.preferred ?? code).uppercased())
      case .variant:
        result.append(LanguageRegistry.variant(code)?.status.preferred ?? code)
      case .script, .singleton, .extension, .privateUse, .grandfathered:
        result.append(cased(subtag))
      }
    }
    return result.joined(separator: "-")
  }

  /// The tag without its redundant script.
  package var withoutScript: String {
    subtags.filter { $0.kind != .script }.map(cased).joined(separator: "-")
  }

  private func cased(_ subtag: Subtag) -> String {
    switch subtag.kind {
    case .script: subtag.text.prefix(1).uppercased() + subtag.text.dropFirst().lowercased()
    case .region: subtag.text.uppercased()
    case .language, .extendedLanguage, .variant, .singleton, .extension, .privateUse,
      .grandfathered:
      subtag.lowered
    }
  }
}
