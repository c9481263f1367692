import Testing

@testable import Standards

@Suite struct LanguageTagTests {
  /// Examples of RFC 5646, appendix A, among others.
  @Test(
    arguments: [
      "de", "en-GB", "zh-Hant", "zh-Hans-CN", "sr-Latn-RS", "sl-rozaj", "sl-rozaj-biske",
      "de-CH-1901",
      "sl-IT-nedis", "hy-Latn-IT-arevela", "es-419", "de-DE", "de-CH-x-phonebk",
      "az-Arab-x-AZE-derbend",
      "en-US-u-islamcal", "zh-CN-a-myext-x-private", "en-a-myext-b-another", "x-whatever",
      "qaa-Qaaa-QM-x-southern",
      "zh-cmn-Hans-CN", "zh-yue-HK", "i-klingon", "i-default", "en-GB-oed", "art-lojban",
      "zh-min-nan", "sgn-BE-FR",
      "de-1996", "abcde", "abcdefgh-Latn", "en-t-jp-m0-true", "x-a-b-c", "mul", "zz",
    ]) func `the grammar takes a tag`(_ text: String) throws
  {
    #expect(try LanguageTag(text).text == text)
  }

  @Test(
    arguments: [
      ("", .empty, 0..<0), ("en_US", .underscore, 2..<3), ("en US", .badCharacter, 2..<3),
      ("en-", .emptySubtag, 3..<3),
      ("-en", .emptySubtag, 0..<0), ("en--US", .emptySubtag, 3..<3),
      ("en-abcdefghi", .subtagTooLong, 3..<12),
      ("e", .badLanguage, 0..<1), ("419", .badLanguage, 0..<3), ("a1", .badLanguage, 0..<2),
      ("1en", .badLanguage, 0..<3),
      ("en-US-Latn", .misplacedSubtag, 6..<10), ("en-US-GB", .misplacedSubtag, 6..<8),
      ("de-419-DE", .misplacedSubtag, 7..<9),
      ("en-Latn-Latn", .misplacedSubtag, 8..<12), ("en-1901-US", .misplacedSubtag, 8..<10),
      ("en-u", .emptyExtension, 3..<4),
      ("en-u-x-a", .emptyExtension, 3..<4), ("en-x", .emptyExtension, 3..<4),
      ("x", .emptyExtension, 0..<1),
      ("en-12", .misplacedSubtag, 3..<5), ("é", .badCharacter, 0..<1),
      ("abcd-abc", .misplacedSubtag, 5..<8),
      ("zh-aaa-bbb-ccc-ddd", .misplacedSubtag, 15..<18), ("en\n", .badCharacter, 2..<3),
      ("i-none", .badLanguage, 0..<1),
    ] as [(String, LanguageTagError.Reason, Range<Int>)])
  func `what is no tag is refused with its place`(
    _ text: String, _ reason: LanguageTagError.Reason, _ range: Range<Int>
  ) {
    #expect(throws: LanguageTagError(reason: reason, range: range)) { try LanguageTag(text) }
  }

  @Test func `subtags have kind and place`() throws {
    let tag = try LanguageTag("zh-yue-Hant-HK-1901-u-co-pinyin-x-a-1")
    let kinds: [LanguageTag.Subtag.Kind] = [
      .language, .extendedLanguage, .script, .region, .variant, .singleton, .extension, .extension,
      .privateUse, .privateUse, .privateUse,
    ]
    #expect(tag.subtags.map(\.kind) == kinds)
    for subtag in tag.subtags {
      #expect(Array(tag.text.utf8)[subtag.range].elementsEqual(subtag.text.utf8))
    }
    #expect(tag.language == "zh" && tag.script == "hant" && tag.region == "hk")
    #expect(tag.variants == ["1901"] && tag.range(of: .region) == 12..<14)
  }

  @Test(arguments: [
    "de", "en-GB", "zh-Hant-TW", "es-419", "sr-Latn-RS", "de-CH-1901", "zh-yue-HK", "und", "mul",
    "qaa", "qtz", "en-QM",
    "en-XK", "en-Qaaa", "en-Qabx", "x-anything", "i-klingon", "iw", "in", "sh", "cmn", "yue", "tlh",
    "en-u-ca-gregory",
    "ja-Latn-hepburn", "en-x-1", "EN-latn-us", "sgn-ase", "fil", "gsw", "en-001",
  ]) func `a registered tag is valid`(_ text: String) throws {
    #expect(try LanguageTag(text).faults.isEmpty)
  }

  @Test(
    arguments: [
      ("zz", .unregistered(.language), 0..<2), ("en-UK", .unregistered(.region), 3..<5),
      ("en-AB", .unregistered(.region), 3..<5),
      ("en-Abcd", .unregistered(.script), 3..<7), ("eng", .unregistered(.language), 0..<3),
      ("abcde", .unregistered(.language), 0..<5),
      ("de-1901-1901", .duplicate, 8..<12), ("de-2020", .unregistered(.variant), 3..<7),
      ("en-a-bbb", .unregistered(.singleton), 3..<4),
      ("en-u-ca-t-en-u-co", .duplicate, 13..<14),
      ("de-yue", .misplacedExtendedLanguage(prefix: "zh"), 3..<6),
      ("en-usa", .unregistered(.extendedLanguage), 3..<6),
      ("que-PE", .unregistered(.language), 0..<3),
      ("en-Qaby", .unregistered(.script), 3..<7), ("qaaa", .unregistered(.language), 0..<4),
    ] as [(String, LanguageTag.Fault.Kind, Range<Int>)])
  func `what the registry does not know is a fault`(
    _ text: String, _ kind: LanguageTag.Fault.Kind, _ range: Range<Int>
  ) throws {
    let tag = try LanguageTag(text)
    #expect(tag.faults == [LanguageTag.Fault(kind: kind, range: range)])
    #expect(!tag.isValid)
  }

  @Test(
    arguments: [
      ("iw", "he", 0..<2), ("in-ID", "id", 0..<2), ("ji", "yi", 0..<2), ("mo", "ro", 0..<2),
      ("i-klingon", "tlh", 0..<9),
      ("I-Klingon", "tlh", 0..<9), ("my-BU", "MM", 3..<5), ("de-DD", "DE", 3..<5),
      ("sr-YU", nil, 3..<5),
      ("zh-min", nil, 0..<6), ("sgn-BE-FR", "sfb", 0..<9), ("zh-yue", "yue", 0..<6),
      ("ja-Latn-hepburn-heploc", "alalc97", 16..<22),
      ("hy-arevela", nil, 3..<10),
    ] as [(String, String?, Range<Int>)]) func `what is deprecated is told`(
      _ text: String, _ replacement: String?, _ range: Range<Int>
    ) throws
  {
    let tag = try LanguageTag(text)
    #expect(tag.faults.isEmpty)
    #expect(tag.deprecations == [LanguageTag.Deprecation(range: range, replacement: replacement)])
  }

  @Test(arguments: ["en-US", "zh-Hant", "he", "i-default", "x-a", "cmn", "en-GB-oxendict"])
  func `what is not deprecated is not told`(_ text: String) throws {
    #expect(try LanguageTag(text).deprecations.isEmpty)
  }

  @Test(arguments: [
    ("EN-us", "en-US", "en-US"), ("ZH-hANT-tw", "zh-Hant-TW", "zh-Hant-TW"),
    ("iw-il", "iw-IL", "he-IL"),
    ("zh-yue-hk", "zh-yue-HK", "yue-HK"), ("I-KLINGON", "i-klingon", "tlh"),
    ("my-bu", "my-BU", "my-MM"),
    ("en-gb-OED", "en-GB-oed", "en-GB-oxendict"),
    ("de-ch-X-Phonebk", "de-CH-x-phonebk", "de-CH-x-phonebk"),
    ("SL-Rozaj", "sl-rozaj", "sl-rozaj"), ("sgn-us", "sgn-US", "ase"), ("en", "en", "en"),
    ("ES-419", "es-419", "es-419"),
    ("sh", "sh", "sh"), ("zh-min", "zh-min", "zh-min"),
  ]) func `a tag has one case and one canonical form`(
    _ text: String, _ cased: String, _ canonical: String
  ) throws {
    #expect(try LanguageTag(text).canonicalCase == cased)
    #expect(try LanguageTag(text).canonical == canonical)
    #expect(try LanguageTag(canonical).canonical == canonical)
  }

  @Test(arguments: [
    ("en-Latn", "en"), ("ru-CYRL-ru", "ru-RU"), ("ja-Jpan", "ja"), ("ko-Kore-KR", "ko-KR"),
  ]) func `a script that goes without saying is redundant`(_ text: String, _ without: String) throws
  {
    #expect(try LanguageTag(text).isScriptRedundant)
    #expect(try LanguageTag(text).withoutScript == without)
  }

  @Test(arguments: ["en", "en-Cyrl", "zh-Hant", "sr-Latn", "x-Latn", "zz-Latn"])
  func `a script that tells is not redundant`(_ text: String) throws {
    #expect(try !LanguageTag(text).isScriptRedundant)
  }

  @Test(
    arguments: [
      ("und", .undetermined), ("MUL", .multiple), ("zxx", .notLinguistic), ("mis", .uncoded),
      ("qaa", .privateUse),
      ("qtz-DE", .privateUse), ("x-klingon", .privateUse), ("en", nil), ("qu", nil),
      ("en-x-a", nil), ("i-klingon", nil),
      ("und-Latn", .undetermined),
    ] as [(String, LanguageTag.Uselessness?)])
  func `codes that tell nothing are told`(
    _ text: String, _ uselessness: LanguageTag.Uselessness?
  ) throws {
    #expect(try LanguageTag(text).uselessness == uselessness)
  }

  @Test(arguments: [
    ("de-1901", 0), ("sl-rozaj-biske-1994", 0), ("ja-Latn-hepburn", 0), ("en-alalc97", 0),
    ("de-CH-1901", 0),
    ("ja-Latn-JP-hepburn", 0), ("en-1901", 1), ("fr-scouse", 1),
  ]) func `a variant belongs to its languages`(_ text: String, _ count: Int) throws {
    #expect(try LanguageTag(text).oddVariants.count == count)
  }

  @Test(
    arguments: [
      ("en", ["Latn"]), ("ru", ["Cyrl"]), ("sr", ["Cyrl", "Latn"]), ("sr-Latn", ["Latn"]),
      ("ja", ["Hani", "Hira", "Kana"]),
      ("ko-KR", ["Hang", "Hani"]), ("zh-Hans-CN", ["Hani"]), ("zh", ["Bopo", "Hani"]),
      ("cmn", ["Bopo", "Hani"]),
      ("arb", ["Arab"]), ("el", ["Grek"]), ("he", ["Hebr"]), ("hi", ["Deva"]), ("yo", ["Latn"]),
      ("en-Zsye", nil),
      ("en-Qaaa", nil), ("zz", nil), ("x-a", nil), ("ae", nil), ("nb", ["Latn"]), ("uk", ["Cyrl"]),
      ("de-Latf", ["Latn"]),
    ] as [(String, [String]?)]) func `the usual scripts are known`(
      _ text: String, _ codes: [String]?
    ) throws
  {
    #expect(try LanguageTag(text).usualScripts?.map(\.code).sorted() == codes)
  }

  @Test func `every two-letter language but three has a known script`() throws {
    let unknown = try LanguageRegistry.languageCodes.filter { code in
      try LanguageTag(code).usualScripts == nil
        && LanguageRegistry.language(code)?.status.isDeprecated == false
    }
    #expect(unknown == ["ae", "pi", "sa"])
  }

  @Test func `the registry is of its date and complete`() {
    #expect(LanguageRegistry.fileDate == "2026-08-08")
    #expect(LanguageRegistry.languageCodes.count == 190)
    #expect(LanguageRegistry.regionCodes.count == 303)
    #expect(LanguageRegistry.scriptCodes.count == 224)
    #expect(LanguageRegistry.variantCodes.count == 139)
    for code in LanguageRegistry.scriptCodes { #expect(LanguageRegistry.hasScript(code)) }
    for code in LanguageRegistry.regionCodes { #expect(LanguageRegistry.region(code) != nil) }
    for code in LanguageRegistry.languageCodes { #expect(LanguageRegistry.language(code) != nil) }
    for code in LanguageRegistry.variantCodes { #expect(LanguageRegistry.variant(code) != nil) }
  }
}

@Suite struct LanguageSuggestionTests {
  @Test(arguments: [
    ("en_US", "en-US"), ("EN_us", "en-US"), ("en-UK", "en-GB"), ("en_UK", "en-GB"), ("eng", "en"),
    ("ger-DE", "de-DE"),
    ("deu", "de"), ("fre", "fr"), ("de-1901-1901", "de-1901"), ("fr_FR.UTF-8", "fr-FR"),
    ("de_DE@euro", "de-DE"),
    ("English", "en"), ("jp", "ja"), ("cn", "zh"), ("en-usa", "en-US"), (" en ", "en"),
    ("en--US", "en-US"), ("en-", "en"),
    ("zh-Hnat", "zh-Hant"), ("iw_IL", "he-IL"), ("EN", "en"), ("zh_Hant_TW", "zh-Hant-TW"),
    ("uk-UK", "uk-GB"),
  ]) func `what was meant is guessed`(_ text: String, _ tag: String) {
    #expect(LanguageSuggestion.tag(for: text) == tag)
  }

  @Test(arguments: [
    "", "zz", "en", "en-US", "en-ZZ", "12", "!", "xx-YY", "en-u", "en-US-Latn", "abcde",
  ])
  func `where nothing is near nothing is guessed`(_ text: String) {
    #expect(LanguageSuggestion.tag(for: text) == nil)
  }
}
