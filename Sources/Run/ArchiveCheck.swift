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
  func copies(of links: JudgedLinks) async -> [Int: ArchivedCopy] {
    var dead: [(number: Int, url: String)] = []
    for number in 0..<links.count where dead.count < Self.most {
      let (link, judgement) = links[number]
      guard case .target(let target, _) = link, judgement.verdict == .dead,
        judgement.cause != "fragment-missing",
        // An address with a secret is nobody else's to know.
        Redaction.url(target.url).utf8.elementsEqual(target.url.utf8)
      else { continue }
      dead.append((number, target.url))
    }
    let documents = await DocumentFetch.documents(
      at: dead.map { archive.question(about: $0.url) }, probing, limit: 65_536,
      within: .seconds(30))
    var copies: [Int: ArchivedCopy] = [:]
    for (asked, document) in zip(dead, documents) {
      if let copy = document.flatMap(archive.copy) { copies[asked.number] = copy }
    }
    return copies
  }
}
