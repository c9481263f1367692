import Model
import Standards

/// The translations that a page lists have valid languages, the page is one of them, and those of
/// them that were fetched list it too.
enum TranslationsCheck: PageCheck {
  static let aspect = PageAspect.hreflang

  static func faults(of subject: PageSubject) -> [PageFault] {
    let translations = Translation.list(in: subject)
    guard !translations.isEmpty else { return [] }
    var faults: [PageFault] = []
    func add(_ reason: String, _ page: String) {
      faults.append(subject.fault(aspect, values: [("reason", reason), ("page", page)]))
    }
    for translation in translations where !isLanguage(translation.language) {
      add("A translation's language is no language tag.", translation.language)
    }
    let own = subject.ownAddresses
    let isSelf = { (translation: Translation) in
      translation.address.map { own.contains($0.identity) } ?? false
    }
    if let language = subject.record.language {
      let selves = translations.filter { isSelf($0) && $0.language.lowercased() != "x-default" }
      if let wrong = selves.first(where: { !LanguageText.fits($0.language, language.text) }) {
        add("The page lists itself under another language.", wrong.language)
      }
    }
    if !translations.contains(where: isSelf), subject.isWhole {
      add("The page lists translations and not itself.", translations[0].href)
    }
    for translation in translations {
      guard let other = translation.address?.identity, !own.contains(other),
        subject.site.lists(other, oneOf: own) == false
      else { continue }
      add("A translation that the page lists does not list the page.", translation.href)
    }
    return faults
  }

  private static func isLanguage(_ text: String) -> Bool {
    text.lowercased() == "x-default" || (try? LanguageTag(text)) != nil
  }
}
