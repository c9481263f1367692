import Model

/// Links with what is held of them, made when they are asked for; those of late are kept, since
/// links come in crowds.
///
/// A class because looking changes it.
final class JudgedLinks {
  private let table: LinkTable
  private let probes: LinkProbes
  private var recent = [(link: Int, judged: Judged)?](repeating: nil, count: 1_024)

  typealias Judged = (destination: Destination, judgement: Judgement)

  init(_ table: LinkTable, _ probes: LinkProbes) {
    self.table = table
    self.probes = probes
  }

  subscript(link: Int) -> Judged {
    let seat = link % recent.count
    if let last = recent[seat], last.link == link { return last.judged }
    let destination = table.destination(of: link)
    let judged = (destination, probes.judgement(of: table[link], to: destination))
    recent[seat] = (link, judged)
    return judged
  }
}
