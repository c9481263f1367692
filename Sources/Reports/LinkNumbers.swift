import Model

/// Numbers the distinct links of a report in the order in which they first come.
struct LinkNumbers {
  private var numbers: [LinkKey: Int] = [:]
  private var reported: Set<Int> = []
  private var next = 0

  /// Of the link that an occurrence leads to.
  mutating func number(of destination: Destination) -> Int {
    let key = LinkKey(destination)
    if let known = numbers[key] { return known }
    numbers[key] = next
    next += 1
    return next - 1
  }

  /// Of a link that is reported: no number is given twice, even where two links look the same.
  mutating func numberOfReport(_ destination: Destination) -> Int {
    let number = number(of: destination)
    if reported.insert(number).inserted { return number }
    reported.insert(next)
    next += 1
    return next - 1
  }
}
