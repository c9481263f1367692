import Model
import Probes
import Reports

/// Looks for copies of dead pages. What fails here changes no verdict.
struct ArchiveCheck {
  let archive: any PageArchive
  let probing: ProbeSettings

  /// The links that are asked for in one run; an archive is not to be asked for a whole site.
  static let most = 200

  /// The copies that were found, by the numbers of the links.
  func copies(of links: [Destination], _ judgements: [Judgement]) async -> [Int: ArchivedCopy] {
    var numbers: [Int] = []
    for (number, link) in links.enumerated() where numbers.count < Self.most {
      guard case .target(let target, _) = link, judgements[number].verdict == .dead,
        judgements[number].cause != "fragment-missing",
        // An address with a secret is nobody else's to know.
        Redaction.url(target.url).utf8.elementsEqual(target.url.utf8)
      else { continue }
      numbers.append(number)
    }
    let documents = await DocumentFetch.documents(
      at: numbers.map { archive.question(about: url(of: links[$0])) }, probing, limit: 65_536,
      within: .seconds(30))
    var copies: [Int: ArchivedCopy] = [:]
    for (number, document) in zip(numbers, documents) {
      if let copy = document.flatMap(archive.copy) { copies[number] = copy }
    }
    return copies
  }

  private func url(of link: Destination) -> String {
    if case .target(let target, _) = link { return target.url }
    return ""
  }
}
