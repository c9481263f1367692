/// A pattern of files from the folder of a configuration: `*` within a name, `**` across folders,
/// `?` for one byte.
struct FilePattern {
  private let pattern: [UInt8]

  /// - Parameter configuration: the path of the file that the pattern stands in.
  init(_ pattern: String, besides configuration: String) {
    let folder = Array(configuration.utf8)
    let end = folder.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    self.pattern = Self.plain(folder[..<end]) + Array(pattern.utf8)
  }

  func fits(_ file: String) -> Bool {
    Self.fits(pattern[...], Self.plain(Array(file.utf8)[...])[...])
  }

  /// A path without `./` in front.
  private static func plain(_ path: ArraySlice<UInt8>) -> [UInt8] {
    var path = path
    while path.starts(with: "./".utf8) { path = path.dropFirst(2) }
    return Array(path)
  }

  /// Goes back to the last star only, so the time is at most the product of both lengths for `*`.
  private static func fits(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    let slash = UInt8(ascii: "/")
    var (position, offset) = (pattern.startIndex, text.startIndex)
    var simple: (position: Int, offset: Int)?
    var deep: (position: Int, offset: Int)?
    while offset < text.endIndex {
      if position < pattern.endIndex, pattern[position] == star {
        if position + 1 < pattern.endIndex, pattern[position + 1] == star {
          position += 2
          // `**/` stands for no folder too.
          if position < pattern.endIndex, pattern[position] == slash { position += 1 }
          deep = (position, offset)
          simple = nil
        } else {
          position += 1
          simple = (position, offset)
        }
      } else if position < pattern.endIndex,
        pattern[position] == text[offset]
          || (pattern[position] == UInt8(ascii: "?") && text[offset] != slash)
      {
        position += 1
        offset += 1
      } else if let last = simple, text[last.offset] != slash {
        simple = (last.position, last.offset + 1)
        (position, offset) = (last.position, last.offset + 1)
      } else if let last = deep {
        deep = (last.position, last.offset + 1)
        simple = nil
        (position, offset) = (last.position, last.offset + 1)
      } else {
        return false
      }
    }
    return pattern[position...].allSatisfy { $0 == star }
  }
}
