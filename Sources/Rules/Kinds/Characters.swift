import Model

/// Refuses characters by class.
struct Characters: RecordKind {
  static let name = "characters"
  static let placeholders = ["character", "others"]

  private let classes: [CharacterClass]
  private let traits: TextTraits

  init(_ options: inout OptionReader) throws(RuleFileError) {
    classes = try options.choices("refuse") ?? []
    traits = classes.reduce(into: []) { $0.formUnion($1.traits) }
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard !subject.traits.isDisjoint(with: traits) else { return }
    let excused = Self.excused(in: subject)
    var first: (range: Range<Int>, scalar: UInt32)?
    var count = 0
    subject.utf8.withUnsafeBufferPointer { text in
      var index = 0
      var previous: UInt32 = 0
      while index < text.count {
        let (scalar, length) = TextTraits.scalar(in: text, at: index)
        let end = index + length
        let next = end < text.count ? TextTraits.scalar(in: text, at: end).0 : 0
        if classes.contains(where: { $0.holds(scalar, after: previous, before: next) }),
          !excused.contains(index), !Self.isLoneSurrogate(scalar, index..<end, in: subject)
        {
          if first == nil { first = (index..<end, scalar) }
          count += 1
        }
        previous = scalar
        index = end
      }
    }
    guard let first, let scalar = Unicode.Scalar(first.scalar) else { return }
    var fault = Fault(site: .part(first.range))
    fault.values.append(("character", CharacterClass.name(of: scalar)))
    if count > 1 { fault.values.append(("others", "\(count - 1)")) }
    report(fault)
  }

  /// The offsets in text that was read in the wrong encoding: its controls are no controls, and
  /// another rule's business.
  private static func excused(in subject: Subject) -> RangeSet<Int> {
    guard subject.traits.contains(.mojibake) else { return RangeSet() }
    return RangeSet(Mojibake.broken(in: subject.utf8).map(\.range))
  }

  /// Whether U+FFFD stands for half a character, of which the reader of records tells.
  private static func isLoneSurrogate(
    _ scalar: UInt32, _ range: Range<Int>, in subject: Subject
  ) -> Bool {
    guard scalar == 0xFFFD, subject.value?.text?.hasEscapes == true,
      let source = subject.sourceRange(ofDecoded: range), source.count == 6
    else { return false }
    return subject.document.bytes[source.lowerBound + 2] | 0x20 == UInt8(ascii: "d")
  }
}

/// A sort of character that text may be refused for.
enum CharacterClass: String, CaseIterable {
  /// C0 but tab and line feed, DEL and C1.
  case control
  /// U+FFFD, which stands for text that was lost.
  case replacement
  /// Code points that are no characters: U+FFFE, U+FFFF, U+FDD0 …
  case noncharacter
  /// Overrides, embeddings and isolates of the text's direction.
  case direction
  /// Characters without width, save joiners where a script needs them.
  case invisible

  var traits: TextTraits {
    switch self {
    case .control: .control
    case .replacement: .replacement
    case .noncharacter: .noncharacter
    case .direction: .bidirectional
    case .invisible: [.invisible, .bidirectional]
    }
  }

  func holds(_ scalar: UInt32, after previous: UInt32, before next: UInt32) -> Bool {
    switch self {
    case .control:
      (scalar < 0x20 && scalar != 0x09 && scalar != 0x0A) || (0x7F...0x9F).contains(scalar)
    case .replacement: scalar == 0xFFFD
    case .noncharacter: scalar & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar)
    case .direction:
      (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
    case .invisible:
      switch scalar {
      case 0xAD, 0x034F, 0x180E, 0x200B, 0x2060...0x2064, 0xFEFF: true
      // Flags of regions are spelt with tags after a black flag.
      case 0xE0000...0xE007F: !(previous == 0x1F3F4 || (0xE0000...0xE007F).contains(previous))
      // Joiners and marks belong to Arabic, Hebrew, Indic scripts and emoji.
      case 0x200C...0x200F, 0x061C: previous < 0x0590 && next < 0x0590
      default: false
      }
    }
  }

  /// `U+200B (zero width space)`; the code point alone where no name is known here.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let name = names[scalar.value] else { return code }
    return "\(code) (\(name))"
  }

  private static let names: [UInt32: String] = [
    0x00: "NUL", 0x07: "bell", 0x08: "backspace", 0x0B: "vertical tab", 0x0C: "form feed",
    0x0D: "carriage return", 0x1B: "escape", 0x7F: "delete", 0x85: "next line",
    0xAD: "soft hyphen", 0x200B: "zero width space", 0x200C: "zero width non-joiner",
    0x200D: "zero width joiner", 0x200E: "left-to-right mark", 0x200F: "right-to-left mark",
    0x202A: "left-to-right embedding", 0x202B: "right-to-left embedding",
    0x202C: "pop directional formatting", 0x202D: "left-to-right override",
    0x202E: "right-to-left override", 0x2060: "word joiner",
    0x2066: "left-to-right isolate", 0x2067: "right-to-left isolate",
    0x2068: "first strong isolate", 0x2069: "pop directional isolate",
    0xFEFF: "byte order mark", 0xFFFD: "replacement character",
  ]
}
