/// Guesses which valid tag was meant by one that is malformed or not registered.
package enum LanguageSuggestion {
  /// A valid tag in canonical form near to the text, or nil. `en_US` → `en-US`, `en-UK` → `en-GB`,
  /// `eng` → `en`, `de-1901-1901` → `de-1901`, `fr_FR.UTF-8` → `fr-FR`.
  package static func tag(for text: String) -> String? {
    var cleaned = text.filter { !$0.isWhitespace }
    if let end = cleaned.firstIndex(where: { $0 == "." || $0 == "@" }) {
      // A POSIX locale: language_region.codeset@modifier.
      cleaned = String(cleaned[..<end])
    }
    let parts = cleaned.split { $0 == "_" || $0 == "-" }.joined(separator: "-")
    let named = names[parts.lowercased()] ?? parts
    guard let tag = try? LanguageTag(named) else { return nil }
    if tag.isValid { return tag.canonical == text ? nil : tag.canonical }
    var seen: Set<String> = []
    var subtags: [String] = []
    for subtag in tag.subtags {
      guard let code = mended(subtag, of: tag) else { return nil }
      if subtag.kind == .variant, !seen.insert(code).inserted { continue }
      subtags.append(code)
    }
    guard let guess = try? LanguageTag(subtags.joined(separator: "-")), guess.isValid else {
      return nil
    }
    return guess.canonical
  }

  private static func mended(_ subtag: LanguageTag.Subtag, of tag: LanguageTag) -> String? {
    let code = subtag.lowered
    let isUnregistered = tag.faults.contains {
      $0.range == subtag.range && $0.kind == .unregistered(subtag.kind)
    }
    guard isUnregistered else { return code }
    switch subtag.kind {
    case .language:
      return LanguageRegistry.synonym(code) ?? countries[code]
        ?? EditDistance.nearest(
          to: code, in: LanguageRegistry.languageCodes, limit: code.count > 2 ? 1 : 0)
    case .extendedLanguage:
      return alphaThreeRegions[code]
    case .region:
      return regions[code]
    case .script:
      return EditDistance.nearest(to: code, in: LanguageRegistry.scriptCodes, limit: 1)
    case .variant:
      return EditDistance.nearest(to: code, in: LanguageRegistry.variantCodes, limit: 1)
    case .singleton, .extension, .privateUse, .grandfathered:
      return nil
    }
  }

  /// Codes that are no region but stand for one. ISO 3166-1: UK and EL are reserved (EL by the
  /// European Union, for Greece).
  private static let regions = ["el": "gr", "en": "gb", "uk": "gb"]

  /// Country codes that are taken for languages and are none. ISO 3166-1 and ISO 639-1.
  private static let countries = [
    "cn": "zh", "cz": "cs", "dk": "da", "jp": "ja", "gr": "el", "ua": "uk", "vn": "vi",
  ]

  /// Three-letter region codes, which tags do not use. ISO 3166-1, the most frequent ones.
  private static let alphaThreeRegions = [
    "aut": "at", "bra": "br", "can": "ca", "che": "ch", "chn": "cn", "deu": "de", "esp": "es",
    "fra": "fr", "gbr": "gb", "ind": "in", "ita": "it", "jpn": "jp", "kor": "kr", "mex": "mx",
    "nld": "nl", "pol": "pl", "prt": "pt", "rus": "ru", "tur": "tr", "twn": "tw", "usa": "us",
  ]

  /// English names of languages.
  private static let names = [
    "arabic": "ar", "chinese": "zh", "danish": "da", "dutch": "nl", "english": "en",
    "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi",
    "italian": "it", "japanese": "ja", "korean": "ko", "norwegian": "no", "polish": "pl",
    "portuguese": "pt", "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr",
    "ukrainian": "uk", "vietnamese": "vi",
  ]
}
