/// The difference of two texts in the unified format of diff(1), with three lines around it.
struct UnifiedDiff {
  let bytes: [UInt8]

  private typealias Line = ArraySlice<UInt8>

  /// Lines that stand around a change.
  private static let context = 3
  /// More different lines than this are given as one change: finding the smallest costs a square.
  private static let most = 2_000

  init(of path: String, from old: [UInt8], to new: [UInt8]) {
    let before = Self.lines(of: old)
    let after = Self.lines(of: new)
    let changes = Self.changes(from: before, to: after)
    guard !changes.isEmpty else {
      bytes = []
      return
    }
    var bytes = Array("--- \(Self.quoted(path))\n+++ \(Self.quoted(path))\n".utf8)
    var hunk: [Change] = []
    for change in changes {
      if let last = hunk.last, change.old.lowerBound - last.old.upperBound > 2 * Self.context {
        bytes += Self.text(of: hunk, before, after)
        hunk = []
      }
      hunk.append(change)
    }
    self.bytes = bytes + Self.text(of: hunk, before, after)
  }

  /// Lines of one text that take the place of lines of the other.
  private struct Change {
    let old: Range<Int>
    let new: Range<Int>
  }

  private static func changes(from before: [Line], to after: [Line]) -> [Change] {
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var (oldEnd, newEnd) = (before.count, after.count)
    while oldEnd > start, newEnd > start, before[oldEnd - 1] == after[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    if start == oldEnd, start == newEnd { return [] }
    // Edits inside values leave the number of lines as it was.
    if before.count == after.count {
      return joined(
        (start..<oldEnd).filter { before[$0] != after[$0] }.map {
          Change(old: $0..<$0 + 1, new: $0..<$0 + 1)
        })
    }
    guard oldEnd - start <= most, newEnd - start <= most else {
      return [Change(old: start..<oldEnd, new: start..<newEnd)]
    }
    let difference = Array(after[start..<newEnd]).difference(from: Array(before[start..<oldEnd]))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(start + offset)
      case .insert(let offset, _, _): inserted.insert(start + offset)
      }
    }
    var changes: [Change] = []
    var (old, new) = (start, start)
    while old < oldEnd || new < newEnd {
      let (oldStart, newStart) = (old, new)
      while removed.contains(old) { old += 1 }
      while inserted.contains(new) { new += 1 }
      if old > oldStart || new > newStart {
        changes.append(Change(old: oldStart..<old, new: newStart..<new))
      } else {
        (old, new) = (old + 1, new + 1)
      }
    }
    return joined(changes)
  }

  /// Changes next to each other are one.
  private static func joined(_ changes: [Change]) -> [Change] {
    var joined: [Change] = []
    for change in changes {
      if let last = joined.last, last.old.upperBound == change.old.lowerBound,
        last.new.upperBound == change.new.lowerBound
      {
        joined[joined.count - 1] = Change(
          old: last.old.lowerBound..<change.old.upperBound,
          new: last.new.lowerBound..<change.new.upperBound)
      } else {
        joined.append(change)
      }
    }
    return joined
  }

  private static func text(of hunk: [Change], _ before: [Line], _ after: [Line]) -> [UInt8] {
    guard let first = hunk.first, let last = hunk.last else { return [] }
    let lead = min(context, first.old.lowerBound)
    let tail = min(context, before.count - last.old.upperBound)
    let old = first.old.lowerBound - lead..<last.old.upperBound + tail
    let new = first.new.lowerBound - lead..<last.new.upperBound + tail
    var text = Array("@@ -\(range(old)) +\(range(new)) @@\n".utf8)
    var position = old.lowerBound
    for change in hunk {
      for line in before[position..<change.old.lowerBound] { append(line, " ", to: &text) }
      for line in before[change.old] { append(line, "-", to: &text) }
      for line in after[change.new] { append(line, "+", to: &text) }
      position = change.old.upperBound
    }
    for line in before[position..<old.upperBound] { append(line, " ", to: &text) }
    return text
  }

  /// `3,7`: the first line and their number; the line before where there are none.
  private static func range(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }

  private static func append(_ line: Line, _ mark: String, to text: inout [UInt8]) {
    text += mark.utf8
    text += line
    if line.last != UInt8(ascii: "\n") { text += "\n\\ No newline at end of file\n".utf8 }
  }

  /// Lines with their ends.
  private static func lines(of text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(text[start...offset])
      start = offset + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  /// A path with control characters in quotes, as git writes it.
  private static func quoted(_ path: String) -> String {
    guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
      return path
    }
    var quoted = "\""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
