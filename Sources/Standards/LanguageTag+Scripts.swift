extension LanguageTag {
  /// The scripts that the language is usually written in, or nil where that is not known.
  ///
  /// The tag's own script if it has one; else the list below; else the registry's Suppress-Script,
  /// of the language or its macrolanguage.
  package var usualScripts: Set<Script>? {
    if let script { return Self.scripts(ofCode: script) }
    guard let language else { return nil }
    if let scripts = Self.scripts(ofLanguage: language) { return scripts }
    guard let macrolanguage = LanguageRegistry.language(language)?.macrolanguage else { return nil }
    return Self.scripts(ofLanguage: macrolanguage)
  }

  private static func scripts(ofLanguage code: String) -> Set<Script>? {
    if let scripts = scriptsByLanguage[code] { return scripts }
    guard let script = LanguageRegistry.language(code)?.suppressScript else { return nil }
    return scripts(ofCode: script)
  }

  /// The scripts of Unicode that a script code stands for: `Hans` is Han, `Jpan` is three.
  private static func scripts(ofCode code: String) -> Set<Script>? {
    // Codes for symbols, notation and private use say nothing of the letters.
    if code.hasPrefix("z") || code.hasPrefix("q") { return nil }
    let codes = composite[code] ?? [code]
    return Set(codes.compactMap(Script.init))
  }

  /// ISO 15924: codes for several scripts, or for a variety of one.
  private static let composite: [String: [String]] = [
    "aran": ["Arab"], "cyrs": ["Cyrl"], "geok": ["Geor"], "hanb": ["Hani", "Bopo"],
    "hans": ["Hani"], "hant": ["Hani"], "hrkt": ["Hira", "Kana"], "jamo": ["Hang"],
    "jpan": ["Hani", "Hira", "Kana"], "kore": ["Hang", "Hani"], "latf": ["Latn"],
    "latg": ["Latn"], "syre": ["Syrc"], "syrj": ["Syrc"], "syrn": ["Syrc"],
  ]

  private static let scriptsByLanguage: [String: Set<Script>] = written.reduce(into: [:]) {
    for language in $1.languages { $0[language] = Set($1.scripts.compactMap(Script.init)) }
  }

  /// Languages of several scripts, and those of one that the registry names no Suppress-Script for.
  /// From the language data of Unicode's CLDR (languageData in supplementalData).
  private static let written: [(languages: Set<String>, scripts: [String])] = [
    (
      [
        "aa", "ak", "an", "bi", "bm", "br", "co", "ee", "gd", "ho", "hz", "ia", "ie", "ig", "ik",
        "io", "kg", "ki", "kj", "kr", "kw", "lg", "li", "lu", "mi", "ng", "nv", "oc", "sc", "se",
        "sn", "tw", "ty", "vo", "wa", "yo",
      ], ["Latn"]
    ),
    (["av", "ba", "ce", "cv", "kv", "os"], ["Cyrl"]),
    (["az", "ky", "tk", "ug", "uz", "kk", "tg"], ["Latn", "Cyrl", "Arab"]),
    (["bs", "sh", "sr", "tt"], ["Cyrl", "Latn"]),
    (["cmn", "gan", "hsn", "lzh", "wuu", "yue", "zh"], ["Hani", "Bopo"]),
    (["hak", "nan", "za"], ["Hani", "Latn"]),
    (["cr", "iu", "oj"], ["Cans", "Latn"]),
    (["ff"], ["Latn", "Adlm"]),
    (["ha", "ms", "wo"], ["Latn", "Arab"]),
    (["jv"], ["Latn", "Java"]),
    (["su"], ["Latn", "Sund"]),
    (["ks", "sd"], ["Arab", "Deva"]),
    (["ku"], ["Latn", "Arab", "Cyrl"]),
    (["mn"], ["Cyrl", "Mong"]),
    (["pa"], ["Guru", "Arab"]),
    (["shi", "zgh", "tzm"], ["Tfng", "Latn", "Arab"]),
    (["cu"], ["Cyrl", "Glag"]),
    (["bo"], ["Tibt"]),
    (["ii"], ["Yiii"]),
  ]
}
