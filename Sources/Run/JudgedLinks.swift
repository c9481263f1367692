import Model

/// Links with what is held of them, made when they are asked for; those of late are kept, since
/// links come in crowds.
///
/// A class because looking changes it.
final class JudgedLinks {
  private let table: LinkTable
  private let probes: LinkProbes
  private let copies: [Int: ArchivedCopy]
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
    if let last = recent[seat], last.link == link { return last }
    let judged = judged(link)
    recent[seat] = judged
    return judged
  }

  private func judged(_ link: Int) -> Judged {
    let known = table[link]
    let destination = table.destination(of: known)
    var learnt = probes.judgement(of: known, to: destination)
    if let copy = copies[link] { learnt = learnt.archived(copy) }
    guard case .target(_, let fragment) = destination, let place = table.place(of: link) else {
      return Judged(link, destination, published: learnt, referred: learnt)
    }
    let own = place.judgement(of: fragment)
    return Judged(
      link, destination, published: table.needsProbe(link) ? learnt : own, referred: own)
  }
}
