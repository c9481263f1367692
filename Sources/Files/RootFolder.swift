import Glibc

/// A folder that names are looked up beneath, and never outside of: no `..`, no symbolic link.
package struct RootFolder: ~Copyable, @unchecked Sendable {
  // @unchecked: openat and fstatat with one open folder may be called from any thread.
  private let descriptor: Int32
  // O_PATH, which Glibc does not export to Swift.
  private static let onlyPath: Int32 = 0o10_000_000
  /// As given.
  package let path: String

  /// - Throws: `folder`
  package init(_ path: String) throws(FileFailure) {
    self.path = path
    descriptor = open(path, Self.onlyPath | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .folder(errno: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What stands at a path beneath the folder.
  package enum Place: Hashable, Sendable {
    case there
    case missing
    /// The path leads out of the folder, by its own text or by a symbolic link.
    case outside
  }

  /// Looks for a path. One that leads out by its text is told without a look at any file.
  package func place(of path: [UInt8]) -> Place {
    var names: [[UInt8]] = []
    for name in path.split(separator: UInt8(ascii: "/")) {
      if name.elementsEqual(".".utf8) { continue }
      if name.elementsEqual("..".utf8) {
        if names.popLast() == nil { return .outside }
      } else {
        names.append(Array(name))
      }
    }
    guard !names.contains(where: { $0.contains(0) }) else { return .missing }
    return walk(names)
  }

  private func walk(_ names: [[UInt8]]) -> Place {
    var folder = descriptor
    defer { if folder != descriptor { close(folder) } }
    for name in names {
      let text = name.map(CChar.init(bitPattern:)) + [0]
      let next = openat(folder, text, Self.onlyPath | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { return .missing }
      if folder != descriptor { close(folder) }
      folder = next
      var status = stat()
      guard fstat(next, &status) == 0 else { return .missing }
      if status.st_mode & S_IFMT == S_IFLNK { return .outside }
    }
    return .there
  }
}
