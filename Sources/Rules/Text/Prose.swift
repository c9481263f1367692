/// The words of a Markdown text, without what is no language: code, addresses, tags.
///
/// Not a Markdown parser: it may leave out too much, which does not matter for counting letters.
enum Prose {
  static func scalars(of markdown: [UInt8]) -> [Unicode.Scalar] {
    var kept: [UInt8] = []
    kept.reserveCapacity(markdown.count)
    var isFenced = false
    for line in markdown.split(separator: UInt8(ascii: "\n")) {
      let start = line.drop { $0 == UInt8(ascii: " ") }
      if start.starts(with: "```".utf8) || start.starts(with: "~~~".utf8) {
        isFenced.toggle()
      } else if !isFenced {
        append(line, to: &kept)
        kept.append(UInt8(ascii: "\n"))
      }
    }
    return Array(String(decoding: kept, as: UTF8.self).unicodeScalars)
  }

  private static func append(_ line: ArraySlice<UInt8>, to kept: inout [UInt8]) {
    var index = line.startIndex
    while index < line.endIndex {
      if let end = end(ofSkipped: line, at: index) {
        index = end
        kept.append(UInt8(ascii: " "))
      } else {
        kept.append(line[index])
        index += 1
      }
    }
  }

  /// The end of what starts at an offset and is no language; none for words.
  private static func end(ofSkipped line: ArraySlice<UInt8>, at index: Int) -> Int? {
    let rest = line[index...]
    switch line[index] {
    case UInt8(ascii: "`"): return closing(UInt8(ascii: "`"), in: rest)
    case UInt8(ascii: "<"): return closing(UInt8(ascii: ">"), in: rest)
    case UInt8(ascii: "("):
      let isLink = index > line.startIndex && line[index - 1] == UInt8(ascii: "]")
      return isLink ? closing(UInt8(ascii: ")"), in: rest) : nil
    case UInt8(ascii: "h"):
      guard rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else {
        return nil
      }
      return rest.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? line.endIndex
    default: return nil
    }
  }

  private static func closing(_ byte: UInt8, in rest: ArraySlice<UInt8>) -> Int? {
    rest.dropFirst().prefix(4096).firstIndex(of: byte).map { $0 + 1 }
  }
}
