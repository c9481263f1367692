import Model

/// Links with what is held of them, made when they are asked for; those of late are kept, since
/// links come in crowds.
///
/// A class because looking changes it.
final class JudgedLinks {
  private let table: LinkTable
  private let probes: LinkProbes
  private let copies: [Int: ArchivedCopy]
  private var recent = [(link: Int, judged: Judged)?](repeating: nil, count: 1_024)

  typealias Judged = (destination: Destination, judgement: Judgement)

  /// - Parameter copies: of pages that are dead, by the numbers of their links.
  init(_ table: LinkTable, _ probes: LinkProbes, copies: [Int: ArchivedCopy] = [:]) {
    self.table = table
    self.probes = probes
    self.copies = copies
  }

  /// How many links there are.
  var count: Int { table.count }

  subscript(link: Int) -> Judged {
    let seat = link % recent.count
    if let last = recent[seat], last.link == link { return last.judged }
    let destination = table.destination(of: link)
    var judgement = probes.judgement(of: table[link], to: destination)
    judgement.archived = copies[link]
    let judged = (destination, judgement)
    recent[seat] = (link, judged)
    return judged
  }
}
