/// What a text holds that a rule might mind: learnt in one pass, so that clean text costs no more.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// C0 but tab and line feed, DEL, C1.
  static let control = TextTraits(rawValue: 1 << 0)
  /// U+FFFD.
  static let replacement = TextTraits(rawValue: 1 << 1)
  /// U+FFFE, U+FFFF and their like in every plane, U+FDD0 to U+FDEF.
  static let noncharacter = TextTraits(rawValue: 1 << 2)
  /// Marks that turn the direction of text.
  static let bidirectional = TextTraits(rawValue: 1 << 3)
  /// Characters without width or form.
  static let invisible = TextTraits(rawValue: 1 << 4)
  /// Such that the text may be in another normal form than NFC.
  static let mayCompose = TextTraits(rawValue: 1 << 5)
  /// Two characters in a row that UTF-8 read as Windows-1252 would give.
  static let mojibake = TextTraits(rawValue: 1 << 6)
  /// `<`.
  static let lessThan = TextTraits(rawValue: 1 << 7)
  /// `&`.
  static let ampersand = TextTraits(rawValue: 1 << 8)
  /// White space at the start or the end.
  static let outerWhiteSpace = TextTraits(rawValue: 1 << 9)
  /// Any byte over 0x7F.
  static let nonASCII = TextTraits(rawValue: 1 << 10)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The traits of a text in UTF-8.
  init(of text: UnsafeBufferPointer<UInt8>) {
    self = Self.read(text, isSource: false) ?? []
  }

  /// The traits of a text as it stands between the quotes of a JSON string; none when escapes
  /// hide them, so that the text must be decoded first.
  init?(ofSource text: UnsafeBufferPointer<UInt8>) {
    guard let traits = Self.read(text, isSource: true) else { return nil }
    self = traits
  }

  private static func read(_ text: UnsafeBufferPointer<UInt8>, isSource: Bool) -> TextTraits? {
    var traits: TextTraits = []
    var specials = Specials(text)
    var index = 0
    var previous: UInt32 = 0
    while let special = specials.first(from: index) {
      if special > index { previous = 0 }
      index = special
      let byte = text[index]
      if byte >= 0x80 {
        let (scalar, length) = Self.scalar(in: text, at: index)
        traits.formUnion(Self.traits(of: scalar, after: previous))
        previous = scalar
        index += length
        continue
      }
      previous = 0
      index += 1
      switch byte {
      case UInt8(ascii: "\\"):
        guard isSource else { continue }
        // An escape at an end may be white space.
        guard index > 1, index + 1 < text.count, isHarmless(text[index]) else { return nil }
        index += 1
      case 0x09, 0x0A: continue
      case 0x26: traits.insert(.ampersand)
      case 0x3C: traits.insert(.lessThan)
      case 0x00..<0x20, 0x7F: traits.insert(.control)
      default: continue
      }
    }
    if WhiteSpace.length(in: text, at: 0) > 0 || WhiteSpace.lengthAtEnd(of: text) > 0 {
      traits.insert(.outerWhiteSpace)
    }
    return traits
  }

  /// Whether an escape of that letter stands for a character without traits.
  private static func isHarmless(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "r"): false
    default: true
    }
  }

  private static func traits(of scalar: UInt32, after previous: UInt32) -> TextTraits {
    var traits: TextTraits = .nonASCII
    if scalar >= 0x300, !isComposed(scalar) { traits.insert(.mayCompose) }
    switch scalar {
    case 0x80...0x9F: traits.insert(.control)
    case 0xAD, 0x034F, 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0xFEFF, 0xE0000...0xE007F:
      traits.insert(.invisible)
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      traits.insert(.bidirectional)
    case 0xFFFD: traits.insert(.replacement)
    case 0xFDD0...0xFDEF: traits.insert(.noncharacter)
    default:
      if scalar & 0xFFFE == 0xFFFE { traits.insert(.noncharacter) }
    }
    if Windows1252.isLead(previous), Windows1252.byte(of: scalar).map({ $0 & 0xC0 == 0x80 }) == true
    {
      traits.insert(.mojibake)
    }
    return traits
  }

  /// Whether a character stands for itself in NFC, whatever is around it: the blocks of letters,
  /// punctuation and emoji that are frequent. UAX #15, property NFC_Quick_Check.
  private static func isComposed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2002...0x20CF, 0x2190...0x2328, 0x2460...0x2ADB, 0x3001...0x3029, 0x3041...0x3096,
      0x30A1...0x30FA, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFFEE, 0x1F000...0x1FAFF,
      0x0400...0x0482, 0x048A...0x052F, 0x0391...0x03CE, 0x05D0...0x05EA, 0x0620...0x064A:
      true
    default: false
    }
  }

  /// The places where a text may have a trait: nearly all of it is passed over by blocks.
  private struct Specials {
    private let text: UnsafeBufferPointer<UInt8>
    /// Where the block starts.
    private var start = 0
    private var mask: UInt64

    init(_ text: UnsafeBufferPointer<UInt8>) {
      self.text = text
      mask = ByteBlock(text, at: 0)?.special ?? 0
    }

    /// The first from an offset on; the offsets do not descend.
    @inline(__always)
    mutating func first(from index: Int) -> Int? {
      let done = index - start
      if done < 64 {
        mask &= .max << UInt64(done)
        if mask != 0 { return start + mask.trailingZeroBitCount }
        start += 64
      } else {
        start = index
      }
      while let block = ByteBlock(text, at: start) {
        mask = block.special
        if mask != 0 { return start + mask.trailingZeroBitCount }
        start += 64
      }
      mask = 0
      return nil
    }
  }

  /// Decodes a scalar of valid UTF-8.
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let byte = UInt32(text[index])
    func tail(_ offset: Int) -> UInt32 {
      index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0
    }
    if byte < 0x80 { return (byte, 1) }
    if byte < 0xE0 { return ((byte & 0x1F) << 6 | tail(1), 2) }
    if byte < 0xF0 { return ((byte & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((byte & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
