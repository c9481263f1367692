/// The IANA Language Subtag Registry. RFC 5646, section 3. All codes in lower case.
package enum LanguageRegistry {
  /// The File-Date of the registry: `2026-08-08`.
  package static var fileDate: String { "\(LanguageTable.fileDate)" }

  /// A subtag that may be used instead: deprecated or not.
  struct Status {
    let isDeprecated: Bool
    let preferred: String?
  }

  struct Language {
    let suppressScript: String?
    let scope: Scope?
    let macrolanguage: String?
    let status: Status
  }

  enum Scope: String {
    case macrolanguage = "m"
    case collection = "c"
    case special = "s"
    case privateUse = "p"
  }

  struct ExtendedLanguage {
    let prefix: String?
    let status: Status
  }

  struct Variant {
    let prefixes: [String]
    let status: Status
  }

  struct WholeTag {
    let tag: String
    let isGrandfathered: Bool
    let status: Status
  }

  private static let languages = FixedRows(LanguageTable.languages, width: 15, keyWidth: 3)
  private static let extlangs = FixedRows(LanguageTable.extlangs, width: 10, keyWidth: 3)
  private static let scripts = FixedRows(LanguageTable.scripts, width: 4, keyWidth: 4)
  private static let regions = FixedRows(LanguageTable.regions, width: 7, keyWidth: 3)
  private static let synonyms = FixedRows(LanguageTable.synonyms, width: 5, keyWidth: 3)

  static func language(_ subtag: String) -> Language? {
    if isPrivateUse(language: subtag) {
      let status = Status(isDeprecated: false, preferred: nil)
      return Language(suppressScript: nil, scope: .privateUse, macrolanguage: nil, status: status)
    }
    guard let row = languages.row(subtag) else { return nil }
    return Language(
      suppressScript: row.column(3, 4), scope: row.column(7, 1).flatMap(Scope.init),
      macrolanguage: row.column(8, 3), status: status(row, from: 11))
  }

  static func extlang(_ subtag: String) -> ExtendedLanguage? {
    extlangs.row(subtag).map { row in
      ExtendedLanguage(prefix: row.column(3, 3), status: status(row, from: 6))
    }
  }

  /// Whether a script is registered, or one of Qaaa to Qabx for private use.
  static func hasScript(_ subtag: String) -> Bool {
    scripts.row(subtag) != nil || (subtag.utf8.count == 4 && ("qaaa"..."qabx").contains(subtag))
  }

  static func region(_ subtag: String) -> Status? {
    if let row = regions.row(subtag) { return status(row, from: 3) }
    return isPrivateUse(region: subtag) ? Status(isDeprecated: false, preferred: nil) : nil
  }

  static func variant(_ subtag: String) -> Variant? {
    line(in: LanguageTable.variants, startingWith: subtag).map { fields in
      Variant(
        prefixes: fields[3].split(separator: ",").map(String.init), status: status(fields, from: 1))
    }
  }

  /// A grandfathered tag, or a redundant one that has a better form.
  static func wholeTag(_ tag: String) -> WholeTag? {
    line(in: LanguageTable.tags, startingWith: tag).map { fields in
      WholeTag(
        tag: String(fields[0]), isGrandfathered: fields[1] == "g", status: status(fields, from: 2))
    }
  }

  /// The two-letter code for a three-letter one of ISO 639-2: `en` for `eng`.
  static func synonym(_ subtag: String) -> String? {
    synonyms.row(subtag)?.column(3, 2)
  }

  static var languageCodes: [String] { languages.keys.filter { $0.utf8.count == 2 } }
  static var regionCodes: [String] { regions.keys }
  static var scriptCodes: [String] { scripts.keys }
  static var variantCodes: [String] {
    "\(LanguageTable.variants)".split(separator: "\n").map { String($0.prefix { $0 != "|" }) }
  }

  static func isPrivateUse(language: String) -> Bool {
    language.utf8.count == 3 && ("qaa"..."qtz").contains(language)
  }

  private static func isPrivateUse(region: String) -> Bool {
    region.utf8.count == 2 && (("qm"..."qz").contains(region) || ("xa"..."xz").contains(region))
  }

  private static func status(_ row: FixedRows.Row, from start: Int) -> Status {
    Status(isDeprecated: row.column(start, 1) != nil, preferred: row.column(start + 1, 3))
  }

  private static func status(_ fields: [Substring], from index: Int) -> Status {
    Status(
      isDeprecated: !fields[index].isEmpty,
      preferred: fields[index + 1].isEmpty ? nil : String(fields[index + 1]))
  }

  /// The fields of the line whose first one is `key`, but for case.
  private static func line(in table: StaticString, startingWith key: String) -> [Substring]? {
    let key = Array(key.utf8)
    return table.withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if end - start > key.count, bytes[start + key.count] == UInt8(ascii: "|"),
          zip(bytes[start..<end], key).allSatisfy({ lowered($0) == lowered($1) })
        {
          return Substring(decoding: bytes[start..<end], as: UTF8.self)
            .split(separator: "|", omittingEmptySubsequences: false)
        }
        start = end + 1
      }
      return nil
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
