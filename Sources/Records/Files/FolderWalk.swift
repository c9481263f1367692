import Glibc
import Patterns

/// Goes through a folder and those below it, in the order of the paths' bytes.
///
/// Symbolic links are not followed and names that start with a dot are left out. A folder is
/// listed when it is reached, so memory holds the listings of one path only.
struct FolderWalk {
  private var levels: [Level] = []
  private let glob: Glob?
  private let root: SourcePath
  private var isStarted = false

  /// What the walk meets.
  enum Found {
    /// A regular file with a known extension.
    case file(SourcePath)
    /// Something in its place that is not read.
    case fault(RecordFault)
  }

  private struct Level {
    let path: SourcePath
    /// The last comes first.
    var entries: [FolderEntry]
    /// None where all below is wanted.
    let states: Set<Glob.State>?
  }

  /// Walks all of a folder.
  init(folder: SourcePath) {
    root = folder
    glob = nil
  }

  /// Walks to the matches of a pattern, and through the folders among them.
  init(glob: Glob) {
    root = SourcePath(glob.base)
    self.glob = glob
  }

  mutating func next() -> Found? {
    if !isStarted {
      isStarted = true
      if let fault = enter(root, states: glob?.start, isRoot: true) { return .fault(fault) }
    }
    while let level = levels.last {
      guard let entry = levels[levels.count - 1].entries.popLast() else {
        levels.removeLast()
        continue
      }
      if let found = found(entry, in: level) { return found }
    }
    return nil
  }

  private mutating func found(_ entry: FolderEntry, in level: Level) -> Found? {
    let path = level.path.appending(entry.name)
    var states: Set<Glob.State>?
    var isWanted = true
    if let glob, let before = level.states {
      let after = glob.states(after: entry.name, from: before)
      guard !after.isEmpty else { return nil }
      isWanted = glob.isMatch(after)
      states = isWanted ? nil : after
    } else if entry.name.first == UInt8(ascii: ".") {
      return nil
    }
    let isKnown = FileFormat(name: entry.name).layout != nil
    switch entry.kind {
    case .folder: return enter(path, states: states, isRoot: false).map(Found.fault)
    case .regular: return isWanted && isKnown ? .file(path) : nil
    case .symlink:
      // What it leads to is not looked at. Without an extension it may well be a folder.
      guard isKnown || !entry.name.contains(UInt8(ascii: ".")) else { return nil }
      return .fault(.symlink(path))
    case .special(let kind):
      return isWanted && isKnown ? .fault(.notARegularFile(path, kind: kind)) : nil
    }
  }

  private mutating func enter(
    _ path: SourcePath, states: Set<Glob.State>?, isRoot: Bool
  ) -> RecordFault? {
    do throws(InputFailure) {
      let entries = try FolderEntry.entries(of: path, followsSymlink: isRoot)
      levels.append(Level(path: path, entries: entries, states: states))
      return nil
    } catch {
      return RecordFault(.unreadableFile, error.sentence, file: path.text)
    }
  }
}

/// A name in a folder.
struct FolderEntry {
  let name: [UInt8]
  let kind: FileKind

  /// The entries of a folder without `.` and `..`, the last path first.
  static func entries(
    of folder: SourcePath, followsSymlink: Bool
  ) throws(InputFailure) -> [FolderEntry] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsSymlink ? 0 : O_NOFOLLOW)
    let descriptor = folder.withCString { open($0, flags) }
    guard descriptor >= 0 else { throw .system(errno) }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .system(errno)
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .system(errno) }
        break
      }
      let name = name(of: entry)
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      let kind = kind(of: entry, name, in: descriptor)
      entries.append(FolderEntry(name: name, kind: kind))
    }
    return entries.sorted { $1.sortKey.lexicographicallyPrecedes($0.sortKey) }
  }

  /// What makes the order of names the order of the paths below them.
  private var sortKey: [UInt8] {
    kind == .folder ? name + [UInt8(ascii: "/")] : name
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // Not by `pointee`: an entry is shorter than the type says.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let start = UnsafeRawPointer(entry).advanced(by: offset)
    return Array(
      UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    )
  }

  private static func kind(
    of entry: UnsafeMutablePointer<dirent>, _ name: [UInt8], in folder: Int32
  ) -> FileKind {
    let offset = MemoryLayout<dirent>.offset(of: \.d_type) ?? 0
    switch Int(UnsafeRawPointer(entry).load(fromByteOffset: offset, as: UInt8.self)) {
    case Int(DT_REG): return .regular
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .symlink
    default: break
    }
    var status = stat()
    let code = SourcePath(bytes: name).withCString {
      fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    return code == 0 ? FileKind(mode: status.st_mode) : .regular
  }
}

extension RecordFault {
  static func symlink(_ path: SourcePath) -> RecordFault {
    RecordFault(
      .symlink,
      "This is a symbolic link and is not followed. "
        + "Put the file itself here, or name the link on the command line.", file: path.text)
  }

  static func notARegularFile(_ path: SourcePath, kind: String) -> RecordFault {
    RecordFault(
      .notARegularFile, "This is \(kind) and is not read. Remove it, or rename it.",
      file: path.text)
  }
}
