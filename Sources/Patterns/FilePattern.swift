/// A pattern of files as the configuration writes it: from the folder where it was written, and
/// fitted to files by their paths alone.
///
///     let pattern = try FilePattern("archive/**", in: "/site")
///     pattern.matches("2019/a.json", from: "/site/archive")    // true
///
/// A pattern without a slash fits a name in any folder.
package struct FilePattern: Sendable {
  /// As written.
  package let text: String
  private let glob: Glob
  private let folder: [[UInt8]]
  private let isOfNames: Bool

  /// - Parameter folder: an absolute path.
  /// - Throws: ``GlobFault``
  package init(_ text: String, in folder: String) throws(GlobFault) {
    self.text = text
    glob = try Glob(text)
    isOfNames = !text.utf8.contains(UInt8(ascii: "/"))
    self.folder =
      text.utf8.first == UInt8(ascii: "/") ? [] : Self.names(of: folder, from: "/")
  }

  /// Whether a file fits.
  ///
  /// - Parameters:
  ///   - file: its path, absolute or from `workingDirectory`; links are not looked at.
  ///   - workingDirectory: an absolute path.
  package func matches(_ file: String, from workingDirectory: String) -> Bool {
    let names = Self.names(of: file, from: workingDirectory)
    guard names.starts(with: folder) else { return false }
    return glob.matches(isOfNames ? names.suffix(1) : names.dropFirst(folder.count))
  }

  /// The names of an absolute path, with `.` and `..` taken away.
  private static func names(of path: String, from workingDirectory: String) -> [[UInt8]] {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var names = isAbsolute ? [] : Self.names(of: workingDirectory, from: "/")
    for name in path.utf8.split(separator: UInt8(ascii: "/")) {
      if name.elementsEqual("..".utf8) {
        _ = names.popLast()
      } else if !name.elementsEqual(".".utf8) {
        names.append(Array(name))
      }
    }
    return names
  }
}
