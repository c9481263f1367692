/// What the titles of error pages and of parked domains say. Each is a title, or the start of one
/// before a mark that parts, or stands in it between blanks where it is long.
enum ErrorTitles {
  static func match(_ title: String) -> Bool {
    let lower = TitleText(title).text.lowercased()
    if phrases.contains(where: { lower.contains($0) }) { return true }
    let parts = lower.split { "-|·:–".contains($0) }.map { part in
      part.split(separator: " ").joined(separator: " ")
    }
    return parts.contains { words.contains($0) }
  }

  /// Found anywhere in a title.
  private static let phrases = [
    "404 not found", "buy this domain", "cette page n'existe pas", "domain for sale",
    "domain is for sale", "domain parking", "error 404", "fehler 404", "erreur 404",
    "page cannot be found", "page could not be found", "page does not exist", "page introuvable",
    "page not found", "página no encontrada", "pagina niet gevonden", "pagina non trovata",
    "seite nicht gefunden", "sidan hittades inte", "siden blev ikke fundet", "страница не найдена",
    "this domain is parked", "ページが見つかりません", "页面不存在",
  ]

  /// A title, or a part of it between marks, that says nothing else.
  private static let words: Set<String> = [
    "404", "410", "gone", "introuvable", "nicht gefunden", "not found", "oops", "parked domain",
  ]
}
