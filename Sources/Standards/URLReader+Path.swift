extension URLReader {
  /// Reads path, query and fragment. The output ends where the path begins, or in a base's folder.
  mutating func readPath(from index: Int) {
    var cursor = index
    let upper = input[index..<end].firstIndex { $0 == Self.question || $0 == Self.hash } ?? end
    parts.path = place(index..<upper)
    if cursor < upper, Self.isSlash(input[cursor]) {
      noteBackslash(at: cursor)
      cursor += 1
    }
    while true {
      var segmentEnd = cursor
      while segmentEnd < upper, !Self.isSlash(input[segmentEnd]) { segmentEnd += 1 }
      appendSegment(cursor..<segmentEnd, isLast: segmentEnd == upper)
      guard segmentEnd < upper else { break }
      noteBackslash(at: segmentEnd)
      cursor = segmentEnd + 1
    }
    readQueryAndFragment(from: upper, querySet: PercentEncoding.webQuery)
  }

  /// Reads what starts with `?` or `#`, or nothing.
  mutating func readQueryAndFragment(from index: Int, querySet: ASCIISet) {
    var cursor = index
    if cursor < end, input[cursor] == Self.question {
      let upper = input[cursor..<end].firstIndex(of: Self.hash) ?? end
      parts.query = place(cursor + 1..<upper)
      output.append(Self.question)
      layout.query = output.count
      append(cursor + 1..<upper, escaping: querySet)
      cursor = upper
    }
    if cursor < end {
      parts.fragment = place(cursor + 1..<end)
      output.append(Self.hash)
      layout.fragment = output.count
      append(cursor + 1..<end, escaping: PercentEncoding.fragment)
    }
  }

  /// Takes the last segment off the path in the output.
  mutating func dropLastSegment() {
    if let slash = output[layout.path...].lastIndex(of: Self.slash) {
      output.removeSubrange(slash...)
    }
  }

  /// Appends a range of the input, with what must not stand there escaped.
  mutating func append(_ range: Range<Int>, escaping set: ASCIISet) {
    let escaped = PercentEncoding.append(range, of: input, escaping: set, to: &output)
    guard escaped != nil || input[range].contains(Self.percent) else { return }
    if escaped != nil { noteEscaped(range, set) }
    notePercents(range)
  }

  private mutating func appendSegment(_ range: Range<Int>, isLast: Bool) {
    switch dots(range) {
    case 0:
      output.append(Self.slash)
      append(range, escaping: PercentEncoding.path)
      return
    case 2: dropLastSegment()
    default: break
    }
    note(.dotSegment, range)
    if isLast { output.append(Self.slash) }
  }

  /// 1 for a segment `.`, 2 for `..`, escaped or not; 0 for all others.
  private func dots(_ range: Range<Int>) -> Int {
    guard (1...6).contains(range.count) else { return 0 }
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if input[index] == UInt8(ascii: ".") {
        index += 1
      } else if PercentEncoding.escapedByte(in: input, at: index) == UInt8(ascii: "."),
        index + 3 <= range.upperBound
      {
        index += 3
      } else {
        return 0
      }
      count += 1
    }
    return count <= 2 ? count : 0
  }

  private mutating func noteBackslash(at index: Int) {
    if input[index] == Self.backslash { note(.backslash, index..<index + 1) }
  }

  /// Notes the first character that had to be escaped, and the first beyond ASCII.
  private mutating func noteEscaped(_ range: Range<Int>, _ set: ASCIISet) {
    let bytes = input[range]
    if let index = bytes.firstIndex(where: { $0 < 0x80 && set.contains($0) }) {
      note(.unescaped, index..<index + 1)
    }
    if let index = bytes.firstIndex(where: { $0 >= 0x80 }) {
      note(.nonASCII, index..<(bytes[index...].firstIndex { $0 < 0x80 } ?? range.upperBound))
    }
  }

  /// Notes the first stray `%` and the first needless escape.
  private mutating func notePercents(_ range: Range<Int>) {
    var hasStray = false
    var hasNeedless = false
    for index in range where input[index] == Self.percent {
      let byte =
        index + 2 < range.upperBound ? PercentEncoding.escapedByte(in: input, at: index) : nil
      if byte == nil, !hasStray {
        hasStray = true
        note(.strayPercent, index..<index + 1)
      } else if let byte, !hasNeedless, PercentEncoding.unreserved.contains(byte) {
        hasNeedless = true
        note(.needlessEscape, index..<index + 3)
      }
    }
  }
}
