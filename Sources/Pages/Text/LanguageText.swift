import Standards

/// Compares language tags of records and pages.
enum LanguageText {
  /// Whether both can be true of one text: one may say more than the other.
  static func fits(_ page: String, _ record: String) -> Bool {
    guard let own = tag(record) else { return true }
    guard let other = tag(page) else { return false }
    func agree(_ one: String?, _ other: String?) -> Bool {
      guard let one, let other else { return true }
      return one.lowercased() == other.lowercased()
    }
    return own.language?.lowercased() == other.language?.lowercased()
      && agree(own.script, other.script) && agree(own.region, other.region)
  }

  private static func tag(_ text: String) -> LanguageTag? {
    let trimmed = String(decoding: text.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    guard let tag = try? LanguageTag(trimmed) else { return nil }
    return try? LanguageTag(tag.canonical)
  }
}
