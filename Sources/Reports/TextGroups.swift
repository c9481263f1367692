import Model

/// The blocks of the terminal report's findings by group, for as long as more may come: in a file
/// when they are many.
struct TextGroups {
  private var groups: [Group] = []
  /// By the bytes of the name.
  private var numbers: [[UInt8]: Int] = [:]
  private let spool = Spool()

  private struct Group {
    let name: String
    let title: String
    var gravest = Severity.note
    var blocks: [Range<Int>] = []
  }

  /// Adds a finding's block.
  ///
  /// - Parameters:
  ///   - name: of the group; empty for what belongs to none, which comes last.
  ///   - title: the line over the group, but for the number of findings; the first one's counts.
  mutating func add(
    _ block: String, severity: Severity, toGroup name: String, title: @autoclosure () -> String
  ) throws(ReportError) {
    let key = Array(name.utf8)
    let number = numbers[key] ?? groups.count
    if number == groups.count {
      numbers[key] = number
      groups.append(Group(name: name, title: title()))
    }
    let start = spool.count
    try spool.append(Array(block.utf8))
    groups[number].gravest = max(groups[number].gravest, severity)
    groups[number].blocks.append(start..<spool.count)
  }

  /// Whether the group has a finding already.
  func hold(_ name: String) -> Bool { numbers[Array(name.utf8)] != nil }

  /// Writes the groups: those with the gravest findings first, then those with the most.
  ///
  /// - Returns: whether there were any.
  func write(_ palette: Palette, to sink: any ReportSink) throws(ReportError) -> Bool {
    let sorted = groups.sorted { left, right in
      if left.name.isEmpty != right.name.isEmpty { return right.name.isEmpty }
      if left.gravest != right.gravest { return left.gravest > right.gravest }
      if left.blocks.count != right.blocks.count { return left.blocks.count > right.blocks.count }
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    for (index, group) in sorted.enumerated() {
      let count = Counted.text(group.blocks.count, "finding")
      try sink.write("\(index == 0 ? "" : "\n")\(group.title)  \(palette.paint(count, .faint))\n")
      for block in group.blocks { try sink.write(try spool.bytes(block)) }
    }
    return !groups.isEmpty
  }
}
