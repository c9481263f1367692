/// Reads an answer's head line by line: counts every byte, keeps the fields that were asked for.
struct HeadReader {
  /// Bytes of all lines so far, of interim heads and trailers too.
  private(set) var bytes = 0
  /// The final head's status; nil before its first line.
  private(set) var status: Int?
  /// Whether the final head's empty line was seen.
  private(set) var isComplete = false
  /// Whether the final head is a switch to another protocol, which nobody asked for.
  private(set) var isUpgrade = false
  /// The fields kept.
  private(set) var fields: [HeaderField] = []

  /// Starts anew, for the next transfer.
  mutating func reset() {
    bytes = 0
    status = nil
    isComplete = false
    isUpgrade = false
    fields.removeAll(keepingCapacity: true)
  }

  /// Takes a line, its end included.
  mutating func read(_ line: UnsafeRawBufferPointer, keeping names: FieldNames) {
    bytes += line.count
    if isComplete { return }
    let text = line.trimmed(0..<line.count)
    if text.isEmpty {
      guard let status else { return }
      if status >= 200 { isComplete = true }
      if status == 101 { isUpgrade = true }
    } else if line.starts(with: "HTTP/".utf8) {
      status = Self.status(line[text])
      fields.removeAll(keepingCapacity: true)
    } else if let colon = line[text].firstIndex(of: UInt8(ascii: ":")),
      let name = names.match(line[text.lowerBound..<colon])
    {
      let value = line.trimmed(colon + 1..<text.upperBound)
      fields.append(HeaderField(name: name, value: Array(line[value])))
    }
  }

  private static func status(_ line: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    var number = 0
    for byte in line[(blank + 1)...].prefix(3) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}

extension UnsafeRawBufferPointer {
  /// The range without blanks and line ends around it.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isBlank(self[low]) { low += 1 }
    while low < high, Self.isBlank(self[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
