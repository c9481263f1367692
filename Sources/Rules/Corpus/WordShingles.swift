/// Five words in a row, and the next five, as hashes: what texts are compared by.
///
/// A word is a run of letters and digits; where a script writes no blanks, each character is one.
/// ASCII letters count without case. Everything else lies between words.
enum WordShingles {
  /// Calls `body` with the hash of each shingle of a text: none under five words.
  ///
  /// - Parameter isSource: the text is the inside of a JSON string as written.
  /// - Returns: False for source with `\u`, which must be decoded first; the calls are void then.
  @inline(__always)
  static func visit(
    _ text: UnsafeBufferPointer<UInt8>, isSource: Bool, _ body: (UInt64) -> Void
  ) -> Bool {
    var words = Window()
    var index = 0
    // A block starts where no word goes on.
    while let block = ByteBlock(text, at: index) {
      var letters = block.words
      var next = index + block.count
      if isSource {
        guard hideEscapes(of: block, at: index, in: text, from: &letters, &next) else {
          return false
        }
      }
      let high = block.high
      let limit = high.trailingZeroBitCount
      let isLast = next >= text.count
      var starts = letters & ~(letters << 1) & ~(UInt64.max << UInt64(limit))
      var ends = ~letters & (letters << 1)
      var slow = limit < 64 ? index + limit : nil
      while starts != 0 {
        let start = starts.trailingZeroBitCount
        let end = ends.trailingZeroBitCount
        guard end < limit || end == 64 && isLast else {
          // The word goes on beyond ASCII, or beyond the block.
          if limit < 64 || start == 0 { slow = index + start } else { next = index + start }
          break
        }
        words.add(plainHash(of: text, at: index + start, length: end - start), body)
        starts &= starts &- 1
        ends &= ends &- 1
      }
      if let slow {
        let (hash, end) = readSlowly(text, at: slow)
        if let hash { words.add(hash, body) }
        next = end
      }
      index = next
    }
    return true
  }

  /// Takes what stands in escapes out of the letters of a block; false where there is `\u`.
  @inline(__always)
  private static func hideEscapes(
    of block: ByteBlock, at index: Int, in text: UnsafeBufferPointer<UInt8>,
    from letters: inout UInt64, _ next: inout Int
  ) -> Bool {
    var escapes = block.equal(to: UInt8(ascii: "\\"))
    while escapes != 0 {
      let place = escapes.trailingZeroBitCount
      let letter = index + place + 1
      if letter < text.count, text[letter] == UInt8(ascii: "u") { return false }
      let both: UInt64 = 3 << UInt64(place)
      escapes &= ~both
      letters &= ~both
      if place == 63 { next += 1 }
    }
    return true
  }

  /// Reads a word of any letters, or a character beyond ASCII: its hash, if it is a word, and where to
  /// go on.
  private static func readSlowly(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (hash: UInt64?, end: Int) {
    var index = start
    var isASCII = true
    var next = Sort.separator
    while index < text.count {
      if isWord(text[index]) {
        index += 1
        continue
      }
      guard text[index] >= 0x80 else { break }
      let (scalar, length) = TextTraits.scalar(in: text, at: index)
      next = sort(of: scalar)
      guard next == .letter else { break }
      isASCII = false
      index += length
    }
    index = min(index, text.count)
    guard index == start else {
      return (hash(of: text, start..<index, isASCII: isASCII), index)
    }
    let end = min(index + TextTraits.scalar(in: text, at: index).1, text.count)
    return (next == .word ? hash(of: text, index..<end, isASCII: false) : nil, end)
  }

  /// The hashes of all shingles of the inside of a JSON string, sorted, each once. Two shingles of
  /// one hash, of 64 bits, are taken for equal.
  static func set(ofSource source: [UInt8]) -> [UInt64] {
    var hashes: [UInt64] = []
    func gather(_ text: [UInt8], isSource: Bool) -> Bool {
      hashes.removeAll(keepingCapacity: true)
      return text.withUnsafeBufferPointer {
        visit($0, isSource: isSource) { hashes.append($0) }
      }
    }
    if !gather(source, isSource: true) {
      _ = gather(SourceText.decoded(source), isSource: false)
    }
    hashes.sort()
    var count = 0
    for hash in hashes where count == 0 || hashes[count - 1] != hash {
      hashes[count] = hash
      count += 1
    }
    hashes.removeSubrange(count...)
    return hashes
  }

  /// How many elements two sorted sets have in common, and how many in all.
  static func overlap(_ left: [UInt64], _ right: [UInt64]) -> (common: Int, all: Int) {
    var (first, second, common) = (0, 0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        common += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return (common, left.count + right.count - common)
  }

  private enum Sort {
    case letter, separator
    /// A character that is a word.
    case word
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func sort(of scalar: UInt32) -> Sort {
    switch scalar {
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x303F: .separator
    case 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFFD, 0xFEFF: .separator
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: .word
    case 0x3040...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .word
    default: .letter
    }
  }

  /// The hash of a word of ASCII: most are of one step.
  @inline(__always)
  private static func plainHash(
    of text: UnsafeBufferPointer<UInt8>, at start: Int, length: Int
  ) -> UInt64 {
    guard length <= 8, start + 8 <= text.count else {
      return hash(of: text, start..<start + length, isASCII: true)
    }
    let word = UnsafeRawBufferPointer(text)
      .loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
    let hash = added((word | smallLetters) & (.max >> UInt64(64 - length * 8)), to: 0)
    return ended(hash, length: length)
  }

  /// The hash of a word, eight bytes at a time.
  @inline(__always)
  private static func hash(
    of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isASCII: Bool
  ) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    let lower = isASCII ? smallLetters : 0
    var hash: UInt64 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let count = min(8, range.upperBound - index)
      var word: UInt64 = 0
      if index + 8 <= raw.count {
        word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      } else {
        for position in 0..<count { word |= UInt64(raw[index + position]) << UInt64(position * 8) }
      }
      hash = added((word | lower) & (.max >> UInt64((8 - count) * 8)), to: hash)
      index += count
    }
    return ended(hash, length: range.count)
  }

  @inline(__always)
  private static func added(_ word: UInt64, to hash: UInt64) -> UInt64 {
    let hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }

  @inline(__always)
  private static func ended(_ hash: UInt64, length: Int) -> UInt64 {
    (hash ^ UInt64(truncatingIfNeeded: length)) &* 0xBF58_476D_1CE4_E5B9
  }

  /// Makes ASCII capitals small and leaves digits as they are.
  private static let smallLetters: UInt64 = 0x2020_2020_2020_2020

  /// The last five words, as a polynomial of their hashes: the oldest goes, a new one comes.
  private struct Window {
    private var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    private var hash: UInt64 = 0
    private var count = 0

    private static var base: UInt64 { 0xD6E8_FEB8_6659_FD93 }

    @inline(__always)
    mutating func add(_ word: UInt64, _ body: (UInt64) -> Void) {
      let oldest = words.0 &* (Self.base &* Self.base &* Self.base &* Self.base)
      hash = (hash &- oldest) &* Self.base &+ word
      words = (words.1, words.2, words.3, words.4, word)
      count += 1
      if count >= 5 { body(Hash128.mixed(hash)) }
    }
  }
}
