/// White space by Unicode's property White_Space, in UTF-8.
enum WhiteSpace {
  static func isASCII(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The length of the white-space character that starts at an offset; 0 if none does.
  static func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index < text.count else { return 0 }
    if text[index] < 0x80 { return isASCII(text[index]) ? 1 : 0 }
    let (scalar, length) = TextTraits.scalar(in: text, at: index)
    return isWhiteSpace(scalar) ? length : 0
  }

  /// The length of the white-space character that ends the text; 0 if none does.
  static func lengthAtEnd(of text: UnsafeBufferPointer<UInt8>) -> Int {
    guard !text.isEmpty else { return 0 }
    var start = text.count - 1
    while start > 0, text[start] & 0xC0 == 0x80, text.count - start < 4 { start -= 1 }
    return length(in: text, at: start) == text.count - start ? text.count - start : 0
  }

  static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// The range of the text without its outer white space.
  static func inner(of text: [UInt8]) -> Range<Int> {
    text.withUnsafeBufferPointer { text in
      var start = 0
      while case let length = length(in: text, at: start), length > 0 { start += length }
      var end = text.count
      while end > start,
        case let length = lengthAtEnd(of: UnsafeBufferPointer(rebasing: text[start..<end])),
        length > 0
      {
        end -= length
      }
      return start..<end
    }
  }
}
