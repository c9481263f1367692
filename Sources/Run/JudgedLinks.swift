import Model

/// What was learnt of links after all of them were judged.
struct LinkAdditions {
  /// Of pages that are dead, by the numbers of their links.
  var copies: [Int: ArchivedCopy] = [:]
  /// By http addresses that were asked by https: where their pages are there too.
  var secureAddresses: [String: String?] = [:]

  /// What they add to a link; none where nothing.
  func beside(_ link: Int, _ target: Target) -> Judgement.Beside? {
    var beside = Judgement.Beside()
    beside.archived = copies.isEmpty ? nil : copies[link]
    beside.secureAddress = secureAddresses.isEmpty ? nil : secureAddresses[target.url] ?? nil
    return beside == Judgement.Beside() ? nil : beside
  }
}

/// Links with what is held of them, made when they are asked for; those of late are kept, since
/// links come in crowds.
///
/// A class because looking changes it.
final class JudgedLinks {
  private let table: LinkTable
  private let probes: LinkProbes
  private let additions: LinkAdditions
  private var recent = [Judged?](repeating: nil, count: 1_024)

  /// A class, since each occurrence asks for it.
  final class Judged {
    let link: Int
    let destination: Destination
    /// Where a record publishes the address: what was learnt of it.
    let published: Judgement
    /// Where it is linked to: what the records of the run say, if they do.
    let referred: Judgement

    init(_ link: Int, _ destination: Destination, published: Judgement, referred: Judgement) {
      self.link = link
      self.destination = destination
      self.published = published
      self.referred = referred
    }

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
    if let last = recent[seat], last.link == link { return last }
    let judged = judged(link)
    recent[seat] = judged
    return judged
  }

  private func judged(_ link: Int) -> Judged {
    let known = table[link]
    let destination = table.destination(of: known)
    var learnt = probes.judgement(of: known, to: destination)
    guard case .target(let target, let fragment) = destination else {
      return Judged(link, destination, published: learnt, referred: learnt)
    }
    if let beside = additions.beside(link, target) { learnt = learnt.with(beside) }
    guard let place = table.place(of: link) else {
      return Judged(link, destination, published: learnt, referred: learnt)
    }
    guard table.needsProbe(link) else {
      let own = place.judgement(of: fragment)
      return Judged(link, destination, published: own, referred: own)
    }
    var beside = Judgement.Beside()
    beside.learnt = learnt.outcome
    return Judged(
      link, destination, published: learnt,
      referred: place.judgement(of: fragment).with(beside))
  }
}
