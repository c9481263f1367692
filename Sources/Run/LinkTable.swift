import Model
import Probes

/// The distinct links of a run, in the order in which they first occur.
struct LinkTable {
  private var numbers: [Destination: Int] = [:]
  private(set) var links: [Destination] = []
  private(set) var occurrences: [Int] = []

  /// Counts one occurrence and gives the number of its link.
  mutating func add(_ destination: Destination) -> Int {
    if let number = numbers[destination] {
      occurrences[number] += 1
      return number
    }
    numbers[destination] = links.count
    links.append(destination)
    occurrences.append(1)
    return links.count - 1
  }

  /// Each target once, with the fragments of all links to it.
  var targets: [ProbeTarget] {
    var positions: [Target: Int] = [:]
    var wanted: [(target: Target, fragments: [String])] = []
    for case .target(let target, let fragment) in links {
      let position = positions[target] ?? wanted.count
      if position == wanted.count {
        positions[target] = position
        wanted.append((target, []))
      }
      if let fragment { wanted[position].fragments.append(fragment) }
    }
    return wanted.map { ProbeTarget($0.target, fragments: $0.fragments) }
  }
}
