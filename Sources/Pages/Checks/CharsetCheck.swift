import Model

/// The answer's charset is told, in one voice, and is that of its bytes.
enum CharsetCheck: PageCheck {
  static let aspect = PageAspect.wrongCharset
  static let forms = Set(PageForm.allCases)

  static func faults(of subject: PageSubject) -> [PageFault] {
    let page = subject.page
    func fault(_ reason: String) -> [PageFault] {
      [subject.fault(aspect, values: [("reason", reason)])]
    }
    let field = page.first(.charsetField)
    if let broken = page.first(.charsetBroken) {
      return fault("It is read as '\(broken)', and some of its bytes are no character there.")
    }
    let told = [
      ("its byte order mark", page.first(.charsetMark)), ("its Content-Type", field),
      ("its meta element", page.first(.charsetMeta)),
    ].compactMap { name, charset in charset.map { (name: name, charset: $0) } }
    if let first = told.first,
      let other = told.first(where: { !Self.isSame($0.charset, first.charset) })
    {
      return fault("\(first.name) says '\(first.charset)', \(other.name) '\(other.charset)'.")
    }
    // JSON is UTF-8 by its own law. RFC 8259, section 8.1.
    guard told.isEmpty, page.first(.beyondASCII) != nil, page.form != .jsonld else { return [] }
    return fault("It has characters beyond ASCII and does not say its charset.")
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    // A meta element that could be read as ASCII cannot mean UTF-16. HTML, section 13.2.3.2.
    one == other || one.hasPrefix("utf-16") && other.hasPrefix("utf-16")
  }
}
