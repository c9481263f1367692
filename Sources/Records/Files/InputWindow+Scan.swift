extension InputWindow {
  /// A line that stands first.
  enum Line {
    /// The bytes before the line break, and whether there is one.
    case whole(count: Int, hasBreak: Bool)
    /// More than the limit, not all in memory.
    case tooLong
    case none
  }

  /// The first line. What is left before a failure is no line.
  mutating func line(limit: Int) -> Line {
    var scanned = 0
    while true {
      if let count = offset(of: .lineFeed, from: scanned) {
        return count > limit ? .tooLong : .whole(count: count, hasBreak: true)
      }
      scanned = count
      if scanned > limit { return .tooLong }
      guard fill() else {
        return scanned == 0 || failure != nil ? .none : .whole(count: scanned, hasBreak: false)
      }
    }
  }

  /// Takes the rest of the line; false when that is more than `patience` bytes.
  mutating func skipLine(patience: Int) -> Bool {
    var skipped = 0
    while true {
      if let count = offset(of: .lineFeed, from: 0) {
        takeLine(count + 1, hasBreak: true)
        return true
      }
      skipped += count
      if skipped > patience { return false }
      takeLine(count, hasBreak: false)
      guard fill() else { return true }
    }
  }

  /// Takes white space, waiting for more until something else comes.
  mutating func skipSpace() {
    while true {
      var blank = 0
      while blank < count, self[blank].isJSONSpace { blank += 1 }
      take(blank)
      guard count == 0, fill() else { return }
    }
  }

  /// Waits until so many bytes are there; false when the input ends before.
  mutating func fill(to wanted: Int) -> Bool {
    while count < wanted {
      guard fill() else { return false }
    }
    return true
  }

  func isBlank(_ range: Range<Int>) -> Bool {
    range.allSatisfy { self[$0].isJSONSpace }
  }

  /// Whether an input that starts with `{` holds a record a line, and not one object over lines.
  mutating func holdsLines(reader: JSONReader, limit: Int) -> Bool {
    guard case .whole(let count, hasBreak: true) = line(limit: limit) else { return false }
    _ = fill(to: count + 2)
    let first = bytes(0..<count)
    if (try? reader.reading(of: first)) != nil {
      var position = count
      while position < self.count || fill() {
        if !self[position].isJSONSpace { return true }
        position += 1
        if position > limit + count { return true }
      }
      return false
    }
    guard self.count > count + 1, self[count + 1] == .openBrace else { return false }
    switch first.last(where: { !$0.isJSONSpace }) {
    case .comma, .colon, .openBracket, .openBrace: return false
    default: return true
    }
  }
}

extension UInt8 {
  /// RFC 8259, section 2.
  var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
