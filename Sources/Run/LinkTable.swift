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
  private var occurrences: [UInt32] = []
  /// By target: what the rules about pages want of it.
  private var wishes = PackedColumn<PageWish>()
  private var packer = Packer()

  /// A link as a table knows it.
  enum Link: Hashable, Sendable {
    case target(Int, fragment: String?)
    case unprobed(Href, UncheckedReason)
  }

  var count: Int { links.count }

  /// Counts one occurrence and gives the number of its link.
  mutating func add(_ destination: Destination) -> Int {
    packer.removeAll()
    switch destination {
    case .target(let target, let fragment):
      packer.append(number(of: target))
      fragment.pack(into: &packer)
    case .unprobed(let href, let reason):
      packer.append(-1)
      packer.append(href.description)
      reason.pack(into: &packer)
    }
    let number = links.add(packer.bytes)
    if number == occurrences.count { occurrences.append(0) }
    occurrences[number] += 1
    return number
  }

  /// Notes that rules about pages want to know something of a link's page. One address that is to be
  /// two things is read as the first.
  mutating func want(_ wish: PageWish, ofLink link: Int) {
    guard case .target(let target, _) = self[link], !wishes.contains(target) else { return }
    wishes.set(target, to: wish)
  }

  /// How often a link occurs.
  func occurrences(of link: Int) -> Int { Int(occurrences[link]) }

  subscript(link: Int) -> Link {
    var unpacker = Unpacker(links[link])
    do throws(UnpackError) {
      let target = try unpacker.number()
      guard target < 0 else { return .target(target, fragment: try String?(from: &unpacker)) }
      return .unprobed(Href(try unpacker.text()), try UncheckedReason(from: &unpacker))
    } catch {
      preconditionFailure("what is in memory is as it was written")
    }
  }

  func target(_ number: Int) -> Target {
    let identity = String(decoding: targets[number], as: UTF8.self)
    return Target(url: addresses[number] ?? identity, identity: identity)
  }

  func destination(of link: Int) -> Destination {
    switch self[link] {
    case .target(let number, let fragment): .target(target(number), fragment: fragment)
    case .unprobed(let href, let reason): .unprobed(href, reason)
    }
  }

  /// A table without links in which targets keep their numbers.
  var withoutLinks: LinkTable {
    var table = self
    table.links = ByteTable()
    table.occurrences = []
    table.wishes = PackedColumn()
    return table
  }

  /// Each target that has a link once, with the fragments of all links to it.
  ///
  /// - Parameter known: an earlier table, which this one continues: targets that have no other links
  ///   than there are left out.
  func probeTargets(notIn known: LinkTable? = nil) -> [ProbeTarget] {
    var isSeen = [Bool](repeating: false, count: targets.count)
    var isNew = [Bool](repeating: known == nil, count: targets.count)
    var order: [Int] = []
    var fragments: [Int: [String]] = [:]
    for link in 0..<links.count {
      guard case .target(let target, let fragment) = self[link] else { continue }
      if !isSeen[target] { order.append(target) }
      isSeen[target] = true
      if let known, known.links.number(of: Array(links[link])) == nil { isNew[target] = true }
      if let fragment { fragments[target, default: []].append(fragment) }
    }
    return order.lazy.filter { isNew[$0] }.map {
      ProbeTarget(
        target($0), fragments: fragments[$0] ?? [], wish: wishes.value($0), number: $0)
    }
  }

  private mutating func number(of target: Target) -> Int {
    let count = targets.count
    let number = targets.add(Array(target.identity.utf8))
    if number == count, !target.url.utf8.elementsEqual(target.identity.utf8) {
      addresses[number] = target.url
    }
    return number
  }
}
