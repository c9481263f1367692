import Model
import Testing

@testable import Rules

/// What is held of languages and of the script of a text.
@Suite struct LanguageKindsTests {
  private static let russian = "Вода поднимается дважды в день, и смотритель знает об этом всё."
  private static let english = "High water comes twice a day, and the keeper knows all about it."
  private static let japanese = "満潮は一日に二度やって来て、灯台守はそのことをすべて知っているのであります。それだけです。"

  private func isTold(_ lang: String, _ body: String) throws -> Bool {
    let body = JSONEscaping.escaped(body.utf8)
    let ids = try RuleEngineTests.ids(#"{"lang": "\#(lang)", "body_md": "\#(body)"}"#)
    return ids.contains("language/script-mismatch")
  }

  static let matches: [(lang: String, body: String)] = [
    ("en", english), ("ru", russian), ("ja", japanese), ("sr", russian), ("sr", english),
    ("uz", russian), ("ja-Latn", english), ("und", russian), ("zz", russian), ("", russian),
    ("en", russian + " " + english),
    (
      "ru",
      russian + String(repeating: " [x](https://news.example/a-long-address-in-latin)", count: 9)
    ),
    ("ru", russian + "\n```\n" + String(repeating: english + "\n", count: 9) + "```\n"),
    ("en", "Вода."), ("en", "12 345 — 67 890"),
  ]

  @Test(arguments: matches) func `a text in a script of its language is left alone`(
    lang: String, body: String
  ) throws {
    #expect(try !isTold(lang, body))
  }

  static let mismatches: [(lang: String, body: String)] = [
    ("en", russian), ("en-GB", japanese), ("ru", english), ("ja", russian), ("sr-Latn", russian),
    ("he", english),
  ]

  @Test(arguments: mismatches) func `a text in another script is told`(
    lang: String, body: String
  )
    throws
  {
    #expect(try isTold(lang, body))
  }

  @Test func `escapes do not hide the script`() throws {
    let escaped = Self.russian.utf16.map { unit in
      "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count)
        + String(unit, radix: 16)
    }.joined()
    let ids = try RuleEngineTests.ids(#"{"lang": "en", "body_md": "\#(escaped)"}"#)
    #expect(ids.contains("language/script-mismatch"))
  }

  @Test(arguments: [
    "en", "en-US", "zh-Hant-TW", "es-419", "sr-Latn", "de-1996", "sl-rozaj-biske-1994", "tlh",
    "en-x-house", "de-u-co-phonebk",
  ])
  func `a tag that is as it should be is left alone`(lang: String) throws {
    let ids = try RuleEngineTests.ids(#"{"lang": "\#(lang)"}"#)
    #expect(ids.filter { $0.hasPrefix("language/") } == [])
  }
}
