/// Things with a time each, the earliest first: a binary heap.
struct DueHeap<Element> {
  private var items: [(due: ContinuousClock.Instant, element: Element)] = []

  var isEmpty: Bool { items.isEmpty }
  /// The earliest time.
  var nextDue: ContinuousClock.Instant? { items.first?.due }

  mutating func insert(_ element: Element, due: ContinuousClock.Instant) {
    items.append((due, element))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[child].due < items[parent].due else { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the earliest, if its time has come.
  mutating func pop(at now: ContinuousClock.Instant) -> Element? {
    guard let first = items.first, first.due <= now else { return nil }
    items.swapAt(0, items.count - 1)
    items.removeLast()
    var parent = 0
    while true {
      let left = parent * 2 + 1
      guard left < items.count else { break }
      let right = left + 1
      let child = right < items.count && items[right].due < items[left].due ? right : left
      guard items[child].due < items[parent].due else { break }
      items.swapAt(child, parent)
      parent = child
    }
    return first.element
  }
}
