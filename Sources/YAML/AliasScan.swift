/// Finds aliases in YAML text before it is parsed: composing a file whose keys are aliases of lists
/// of aliases takes time that grows with a power of its size.
enum AliasScan {
  /// The place of the first `*name` whose `&name` is in the text too; none in texts without aliases.
  ///
  /// Looks at all places where an indicator can stand, quoted text included: a text that holds both
  /// by chance is refused.
  static func firstAlias(in text: String) -> YAMLMark? {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
    let anchors = Set(places(of: UInt8(ascii: "&"), in: bytes).map { name(in: bytes, after: $0) })
    let alias = places(of: UInt8(ascii: "*"), in: bytes)
      .first { anchors.contains(name(in: bytes, after: $0)) }
    return alias.map { offset in
      let before = bytes[..<offset]
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return YAMLMark(
        line: before.count { $0 == UInt8(ascii: "\n") } + 1,
        column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
    }
  }

  private static func places(of mark: UInt8, in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { index in
      bytes[index] == mark && (index == 0 || isSeparator(bytes[index - 1]))
        && index + 1 < bytes.count && !isSeparator(bytes[index + 1])
    }
  }

  private static func name(in bytes: [UInt8], after mark: Int) -> [UInt8] {
    Array(bytes[(mark + 1)...].prefix { !isSeparator($0) && $0 != UInt8(ascii: ":") })
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || ",[]{}".utf8.contains(byte)
  }
}
