internal import Model
internal import Standards

/// What is asked or waits to be, by the numbers that scheduler and engine know it by.
struct ProbeSlots {
  private var slots: [Slot] = []
  private var free: [Int] = []

  /// A target that waits for its turn is a few bytes; one under way has a machine.
  enum Slot {
    case free
    case waiting(ProbeTarget, WebURL)
    case going(ProbeJob)
    case reading(RobotsReading)
  }

  var all: [Slot] { slots }

  /// What has the number; `free` when nothing has it.
  subscript(id: Int) -> Slot {
    get { slots.indices.contains(id) ? slots[id] : .free }
    set { slots[id] = newValue }
  }

  /// Takes something in, and says its number.
  mutating func insert(_ slot: Slot) -> Int {
    guard let id = free.popLast() else {
      slots.append(slot)
      return slots.count - 1
    }
    slots[id] = slot
    return id
  }

  mutating func remove(_ id: Int) {
    slots[id] = .free
    free.append(id)
  }

  mutating func removeAll() {
    slots = []
    free = []
  }
}
