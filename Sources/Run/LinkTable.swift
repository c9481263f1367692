import Model
import Probes

/// The distinct links of a run, in the order in which they first occur, and their targets. Each
/// address is kept once, as bytes; links and targets are numbers.
struct LinkTable: Sendable {
  /// Each by its normal form.
  private var targets = ByteTable()
  /// The addresses of targets that are not their normal form.
  private var addresses: [Int: String] = [:]
  private var links = ByteTable()
  private var uses: [Use] = []
  /// By target: what the rules about pages want of it.
  private var wishes = PackedColumn<PageWish>()
  private var packer = Packer()

  /// Where a link occurs, and what the records say of it.
  private struct Use: Sendable {
    var occurrences: UInt32 = 0
    /// Whether a record says that it publishes the address.
    var isPublished = false
    var isReferred = false
    var own: OwnPlace?

    /// That the page is there is what a record says that publishes it; for all others it is enough.
    var needsProbe: Bool { own == nil || isPublished }
  }

  /// A link as a table knows it.
  enum Link: Hashable, Sendable {
    case target(Int, fragment: Fragment?)
    case unprobed(Href, UncheckedReason)
  }

  var count: Int { links.count }

  /// Counts one occurrence and gives the number of its link.
  ///
  /// - Parameter isPublished: whether it stands where a record publishes an address.
  mutating func add(_ destination: Destination, isPublished: Bool = false) -> Int {
    packer.removeAll()
    switch destination {
    case .target(let target, let fragment):
      packer.append(number(of: target))
      if let fragment { packer.append(fragment.description) }
    case .unprobed(let href, let reason):
      packer.append(-1)
      packer.append(href.description)
      reason.pack(into: &packer)
    }
    let number = links.add(packer.bytes)
    if number == uses.count { uses.append(Use()) }
    uses[number].occurrences += 1
    if isPublished { uses[number].isPublished = true } else { uses[number].isReferred = true }
    return number
  }

  /// Notes that rules about pages want to know something of a link's page. One address that is to be
  /// two things is read as the first.
  mutating func want(_ wish: PageWish, ofLink link: Int) {
    guard case .target(let target, _) = self[link], !wishes.contains(target) else { return }
    wishes.set(target, to: wish)
  }

  /// How often a link occurs.
  func occurrences(of link: Int) -> Int { Int(uses[link].occurrences) }

  /// What the records of the run say of a link; none until ``settle(by:)``, and where they do not.
  func place(of link: Int) -> OwnPlace? { uses[link].own }

  /// Whether a link is to be asked about: the records do not answer it, or publish it.
  func needsProbe(_ link: Int) -> Bool { uses[link].needsProbe }

  /// Asks the records about the links that others have to them.
  mutating func settle(by pages: OwnPages) {
    for link in uses.indices where uses[link].isReferred {
      guard case .target(let target, let fragment) = self[link] else { continue }
      uses[link].own = pages.place(of: fragment, at: targets[target])
    }
  }

  subscript(link: Int) -> Link {
    var unpacker = Unpacker(links[link])
    do throws(UnpackError) {
      let target = try unpacker.number()
      guard target < 0 else {
        let fragment = unpacker.isAtEnd ? nil : Fragment(try unpacker.text())
        return .target(target, fragment: fragment)
      }
      return .unprobed(Href(try unpacker.text()), try UncheckedReason(from: &unpacker))
    } catch {
      preconditionFailure("what is in memory is as it was written")
    }
  }

  func target(_ number: Int) -> Target {
    let identity = String(decoding: targets[number], as: UTF8.self)
    return Target(url: addresses[number] ?? identity, identity: identity)
  }

  func destination(of link: Int) -> Destination { destination(of: self[link]) }

  func destination(of link: Link) -> Destination {
    switch link {
    case .target(let number, let fragment): .target(target(number), fragment: fragment)
    case .unprobed(let href, let reason): .unprobed(href, reason)
    }
  }

  /// A table without links in which targets keep their numbers.
  var withoutLinks: LinkTable {
    var table = self
    table.links = ByteTable()
    table.uses = []
    table.wishes = PackedColumn()
    return table
  }

  /// Each target of links that the records do not answer once, with the fragments of all of them.
  ///
  /// - Parameter known: an earlier table, which this one continues: targets that have no other links
  ///   than there are left out.
  func probeTargets(notIn known: LinkTable? = nil) -> [ProbeTarget] {
    var isSeen = [Bool](repeating: false, count: targets.count)
    var isNew = [Bool](repeating: known == nil, count: targets.count)
    var order: [Int] = []
    var fragments: [Int: [Fragment]] = [:]
    for link in 0..<links.count where uses[link].needsProbe {
      guard case .target(let target, let fragment) = self[link] else { continue }
      if !isSeen[target] { order.append(target) }
      isSeen[target] = true
      if let known, !known.asks(links[link]) { isNew[target] = true }
      if let fragment { fragments[target, default: []].append(fragment) }
    }
    return order.lazy.filter { isNew[$0] }.map {
      ProbeTarget(
        target($0), fragments: fragments[$0] ?? [], wish: wishes.value($0), number: $0)
    }
  }

  private func asks(_ link: ArraySlice<UInt8>) -> Bool {
    links.number(of: Array(link)).map { uses[$0].needsProbe } ?? false
  }

  private mutating func number(of target: Target) -> Int {
    let count = targets.count
    let number = targets.add(Array(target.identity.utf8))
    if number == count, !target.url.hasSameBytes(as: target.identity) {
      addresses[number] = target.url
    }
    return number
  }
}
