import Model

/// What was learnt of links after all of them were judged.
struct LinkAdditions {
  /// Of pages that are dead, by the numbers of their links.
  var copies: [Int: ArchivedCopy] = [:]
  /// By http addresses that were asked by https: where their pages are there too.
  var secureAddresses: [String: String?] = [:]
}

/// Links with what is held of them, made when they are asked for; those of late are kept, since
/// links come in crowds.
///
/// A class because looking changes it.
final class JudgedLinks {
  private let table: LinkTable
  private let probes: LinkProbes
  private let additions: LinkAdditions
  private var recent = [(link: Int, judged: Judged)?](repeating: nil, count: 1_024)

  struct Judged {
    let destination: Destination
    /// Where a record publishes the address: what was learnt of it.
    let published: Judgement
    /// Where it is linked to: what the records of the run say, if they do.
    let referred: Judgement

    func judgement(isPublished: Bool) -> Judgement { isPublished ? published : referred }

    /// For all of its occurrences.
    var whole: Judgement { published.verdict == .unchecked ? referred : published }
  }

  init(_ table: LinkTable, _ probes: LinkProbes, _ additions: LinkAdditions = LinkAdditions()) {
    self.table = table
    self.probes = probes
    self.additions = additions
  }

  /// How many links there are.
  var count: Int { table.count }

  subscript(link: Int) -> Judged {
    let seat = link % recent.count
    if let last = recent[seat], last.link == link { return last.judged }
    let destination = table.destination(of: link)
    let judged = judged(link, to: destination)
    recent[seat] = (link, judged)
    return judged
  }

  private func judged(_ link: Int, to destination: Destination) -> Judged {
    var learnt = probes.judgement(of: table[link], to: destination)
    learnt.archived = additions.copies[link]
    guard case .target(let target, let fragment) = destination else {
      return Judged(destination: destination, published: learnt, referred: learnt)
    }
    learnt.secureAddress = additions.secureAddresses[target.url] ?? nil
    guard let place = table.place(of: link) else {
      return Judged(destination: destination, published: learnt, referred: learnt)
    }
    var own = place.judgement(of: fragment)
    if table.needsProbe(link) { own.learnt = learnt.outcome }
    return Judged(
      destination: destination, published: table.needsProbe(link) ? learnt : own, referred: own)
  }
}
