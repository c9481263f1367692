import Model

/// The state of one reading: the tape so far and the containers that are open.
struct TapeBuilder {
  private var tape: [Node] = []
  private var openContainers: [Int] = []
  private var flaws: [JSONFlaw] = []
  private var flawCount = 0
  private var names = NameTable()
  private let depthLimit: Int

  init(depthLimit: Int) {
    self.depthLimit = depthLimit
    tape.reserveCapacity(64)
  }

  /// What was read, flaws in order of their places.
  var reading: JSONReading {
    JSONReading(
      tape: tape, flaws: flaws.sorted { $0.range.lowerBound < $1.range.lowerBound },
      flawCount: flawCount)
  }

  /// Reads the first value of a text and returns the byte after it.
  mutating func readValue(in text: Span<UInt8>) throws(JSONError) -> Int {
    var position = 0
    var expected = JSONError.Expected.value
    values: while true {
      position = text.afterSpace(position)
      guard position < text.count else { throw text.error(expected, at: position) }
      switch text[position] {
      case .quote:
        position = try readString(.string, in: text, at: position)
      case .openBrace:
        try open(.object, at: position)
        position = text.afterSpace(position + 1)
        guard position < text.count, text[position] == .closeBrace else {
          position = try readName(in: text, at: position, expected: .nameOrObjectEnd)
          expected = .value
          continue values
        }
        position += 1
        close(at: position, in: text)
      case .openBracket:
        try open(.array, at: position)
        position = text.afterSpace(position + 1)
        guard position < text.count, text[position] == .closeBracket else {
          expected = .valueOrArrayEnd
          continue values
        }
        position += 1
        close(at: position, in: text)
      case .minus, .zero ... .nine:
        let end = try text.afterNumber(at: position)
        append(.number, position..<end)
        position = end
      case UInt8(ascii: "t"):
        position = try readLiteral("true", .true, in: text, at: position)
      case UInt8(ascii: "f"):
        position = try readLiteral("false", .false, in: text, at: position)
      case UInt8(ascii: "n"):
        position = try readLiteral("null", .null, in: text, at: position)
      default:
        throw text.error(expected, at: position)
      }
      while let container = openContainers.last {
        let isObject = tape[container].kind == .object
        position = text.afterSpace(position)
        guard position < text.count else {
          throw text.error(isObject ? .commaOrObjectEnd : .commaOrArrayEnd, at: position)
        }
        switch text[position] {
        case .comma:
          position += 1
          if isObject {
            position = try readName(in: text, at: text.afterSpace(position), expected: .name)
          }
          expected = .value
          continue values
        case isObject ? .closeBrace : .closeBracket:
          position += 1
          close(at: position, in: text)
        default:
          throw text.error(isObject ? .commaOrObjectEnd : .commaOrArrayEnd, at: position)
        }
      }
      return position
    }
  }

  private mutating func append(_ kind: NodeKind, _ range: Range<Int>, hasEscapes: Bool = false) {
    tape.append(
      Node(
        kind: kind, hasEscapes: hasEscapes, start: range.lowerBound, end: range.upperBound,
        next: tape.count + 1))
  }

  private mutating func open(_ kind: NodeKind, at position: Int) throws(JSONError) {
    guard openContainers.count < depthLimit else {
      throw JSONError(reason: .tooDeep(limit: depthLimit), range: position..<position + 1)
    }
    openContainers.append(tape.count)
    append(kind, position..<position + 1)
  }

  private mutating func close(at end: Int, in text: Span<UInt8>) {
    guard let container = openContainers.popLast() else { return }
    tape[container].close(end: end, next: tape.count)
    if tape[container].kind == .object {
      let duplicates = names.duplicates(inObject: container, of: tape, text: text)
      for duplicate in duplicates.first {
        add(
          JSONFlaw(
            kind: .duplicateKey(first: duplicate.first), range: tape[duplicate.repeated].range,
            node: duplicate.repeated))
      }
      flawCount += duplicates.count - duplicates.first.count
    }
  }

  private mutating func add(_ flaw: JSONFlaw) {
    flawCount += 1
    if flaws.count < JSONReading.flawLimit { flaws.append(flaw) }
  }

  private mutating func readLiteral(
    _ literal: StaticString, _ kind: NodeKind, in text: Span<UInt8>, at start: Int
  ) throws(JSONError) -> Int {
    for index in 1..<literal.utf8CodeUnitCount {
      let position = start + index
      guard position < text.count, text[position] == literal.utf8Start[index] else {
        throw text.error(.literal(literal.description), at: position)
      }
    }
    let end = start + literal.utf8CodeUnitCount
    append(kind, start..<end)
    return end
  }

  /// Reads a member's name and its colon.
  private mutating func readName(
    in text: Span<UInt8>, at start: Int, expected: JSONError.Expected
  ) throws(JSONError) -> Int {
    guard start < text.count, text[start] == .quote else { throw text.error(expected, at: start) }
    let colon = text.afterSpace(try readString(.key, in: text, at: start))
    guard colon < text.count, text[colon] == .colon else { throw text.error(.colon, at: colon) }
    return colon + 1
  }

  @inline(__always)
  private mutating func readString(
    _ kind: NodeKind, in text: Span<UInt8>, at start: Int
  ) throws(JSONError) -> Int {
    var position = start + 1
    var hasEscapes = false
    while true {
      position = text.afterPlainASCII(position)
      guard position < text.count else { throw text.error(.stringEnd, at: position) }
      let byte = text[position]
      if byte == .quote { break }
      if byte == .backslash {
        hasEscapes = true
        let escape = try text.escape(at: position)
        if escape.isLoneSurrogate {
          add(
            JSONFlaw(
              kind: .loneSurrogate, range: position..<position + escape.length, node: tape.count))
        }
        position += escape.length
      } else if byte >= 0x80 {
        position = try text.afterCharacters(position)
      } else {
        throw text.error(.stringEnd, at: position)
      }
    }
    append(kind, start..<position + 1, hasEscapes: hasEscapes)
    return position + 1
  }
}
