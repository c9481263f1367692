import Model

/// The page says that it is in the record's language.
enum LanguageCheck: PageCheck {
  static let aspect = PageAspect.language

  static func faults(of subject: PageSubject) -> [PageFault] {
    guard let language = subject.record.language else { return [] }
    var faults: [PageFault] = []
    let own = subject.page.first(.language)
    if let own, !LanguageText.fits(own, language.text) {
      faults.append(
        subject.fault(aspect, at: language, values: [("page", own), ("place", "<html lang>")]))
    }
    let sent = subject.page.texts(.contentLanguage).flatMap { $0.split(separator: ",") }
    if !sent.isEmpty, !sent.contains(where: { LanguageText.fits(String($0), language.text) }) {
      let list = sent.joined(separator: ",")
      faults.append(
        subject.fault(
          aspect, at: language, values: [("page", list), ("place", "Content-Language")]))
    }
    if own == nil, sent.isEmpty, subject.isWhole {
      let reason = "The page does not say its language."
      faults.append(subject.fault(aspect, at: language, values: [("reason", reason)]))
    }
    return faults
  }
}
