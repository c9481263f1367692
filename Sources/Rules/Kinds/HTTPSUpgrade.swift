import Model

/// Reports http links of texts whose pages are there by https too. The addresses of the record
/// itself are for `urls/insecure` to judge.
struct HTTPSUpgrade: LinkKind {
  static let name = "https-upgrade"
  static let placeholders = ["target"]
  static let mends = true

  init(_: inout OptionReader) {}

  func fault(of link: JudgedLink) -> LinkFault? {
    guard let twin = link.judgement.beside.secureAddress,
      link.occurrence.role == .body || link.occurrence.role == .image
    else { return nil }
    let href = link.occurrence.href.description
    let isWritten = href.prefix(5).lowercased() == "http:"
    return LinkFault(
      values: [("target", twin)], replacement: isWritten ? "https\(href.dropFirst(4))" : nil)
  }
}
