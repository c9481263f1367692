import Model

/// Finds UTF-8 that was read as Windows-1252 and written again: `itâ€™s`.
struct Mojibake: RecordKind {
  static let name = "mojibake"
  static let placeholders = ["broken", "meant"]
  static let mends = true

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard subject.traits.contains(.mojibake) else { return }
    let parts = Self.broken(in: subject.utf8)
    guard let first = parts.first else { return }
    let broken = String(decoding: subject.utf8[first.range], as: UTF8.self)
    report(
      Fault(
        site: .part(first.range), values: [("broken", broken), ("meant", first.text)],
        repair: Repair(
          message: "write '\(Printable.text(first.text))' for '\(Printable.text(broken))'"
            + (parts.count > 1 ? " and mend \(parts.count - 1) more" : ""),
          change: .parts(parts))))
  }

  /// The broken pieces with what they were meant to be.
  static func broken(in text: [UInt8]) -> [(range: Range<Int>, text: String)] {
    text.withUnsafeBufferPointer { text in
      var parts: [(range: Range<Int>, text: String)] = []
      var index = 0
      var previous: UInt32 = 0
      while index < text.count {
        let (scalar, length) = TextTraits.scalar(in: text, at: index)
        if Windows1252.isLead(scalar), let piece = piece(in: text, at: index, after: previous) {
          parts.append((index..<piece.end, piece.text))
          index = piece.end
        } else {
          index += length
        }
        previous = scalar
      }
      return parts
    }
  }

  private static func piece(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, after previous: UInt32
  ) -> (end: Int, text: String)? {
    guard let one = sequence(in: text, at: start) else { return nil }
    switch one.bytes[0] {
    case 0xC2, 0xC3:
      // `AMANHÃ”` ends in a quotation mark: a capital before, punctuation after.
      let isCapital = (0x41...0x5A).contains(previous) || (0xC0...0xDE).contains(previous)
      guard !(isCapital && isPunctuation(one.bytes[1])) else { return nil }
    case 0xE2:
      guard [0x80, 0x82, 0x84, 0x86].contains(one.bytes[1]) else { return nil }
    case 0xF0:
      guard one.bytes[1] == 0x9F else { return nil }
    case 0xEF:
      guard one.bytes == [0xEF, 0xBB, 0xBF] || one.bytes == [0xEF, 0xBF, 0xBD] else { return nil }
    case 0xC4...0xD1:
      // One pair may be a letter and a quotation mark; two in a row are no accident.
      guard let two = sequence(in: text, at: one.end), (0xC4...0xD1).contains(two.bytes[0]) else {
        return nil
      }
      return (two.end, String(decoding: one.bytes + two.bytes, as: UTF8.self))
    default: return nil
    }
    return (one.end, String(decoding: one.bytes, as: UTF8.self))
  }

  /// The bytes of a UTF-8 sequence whose every byte stands here as a character.
  private static func sequence(
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (bytes: [UInt8], end: Int)? {
    guard start < text.count else { return nil }
    var (scalar, length) = TextTraits.scalar(in: text, at: start)
    guard Windows1252.isLead(scalar) else { return nil }
    var bytes = [UInt8(scalar)]
    var index = start + length
    let count = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    while bytes.count < count {
      guard index < text.count else { return nil }
      (scalar, length) = TextTraits.scalar(in: text, at: index)
      guard let byte = Windows1252.byte(of: scalar), byte & 0xC0 == 0x80 else { return nil }
      bytes.append(byte)
      index += length
    }
    return String(validating: bytes, as: UTF8.self) == nil ? nil : (bytes, index)
  }

  /// Quotation marks, dashes, ellipsis and no-break space, by their Windows-1252 bytes.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    [0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xBB]
      .contains(byte)
  }
}
