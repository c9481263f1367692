internal import Glibc

/// The store's file as the file system sees it: looked at before SQLite is let near it.
struct StoreFile {
  let path: String
  private var identity: (device: UInt, node: UInt)?

  init(_ path: String) {
    self.path = path
  }

  /// Whether there is a file; its first bytes are then known to be ours.
  mutating func exists() throws(StoreTrouble) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw .failed(path: path, reason: Self.reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .unusable(path: path, what: "a folder")
    case S_IFLNK: throw .unusable(path: path, what: "a symbolic link")
    default: throw .unusable(path: path, what: "no regular file")
    }
    identity = (UInt(status.st_dev), UInt(status.st_ino))
    try checkHeader()
    return true
  }

  /// Makes the folder above, as `mkdir -p` does.
  func makeFolder() throws(StoreTrouble) {
    var index = path.utf8.startIndex
    while let slash = path.utf8[index...].firstIndex(of: UInt8(ascii: "/")) {
      index = path.utf8.index(after: slash)
      guard slash > path.utf8.startIndex else { continue }
      let folder = String(path[..<slash])
      if mkdir(folder, 0o777) != 0, errno != EEXIST, errno != EISDIR {
        let code = errno
        if access(folder, F_OK) == 0 { continue }
        throw .failed(path: path, reason: Self.reason(code))
      }
    }
  }

  /// Moves a damaged file away, with its journal, unless another run has done so and made a new one.
  func setAside(now: Int) -> StoreTrouble {
    var status = stat()
    if let identity, lstat(path, &status) == 0,
      (UInt(status.st_dev), UInt(status.st_ino)) == identity
    {
      let aside = "\(path).corrupt-\(now)"
      if rename(path, aside) == 0 {
        for ending in ["-wal", "-shm", "-journal"] { rename(path + ending, aside + ending) }
        return .corrupt(path: path, movedTo: aside)
      }
    }
    return .corrupt(path: path, movedTo: nil)
  }

  /// Puts a whole new file in place, unless there is one by now.
  ///
  /// A store is never seen half made: two runs may begin at once.
  func place(_ new: String) throws(StoreTrouble) {
    defer { unlink(new) }
    if link(new, path) == 0 || errno == EEXIST { return }
    // Some file systems know no hard links.
    let code = errno
    if access(path, F_OK) != 0, rename(new, path) != 0 {
      throw .failed(path: path, reason: Self.reason(code))
    }
  }

  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// The database header: magic, user version, application ID. SQLite file format, section 1.3.
  private func checkHeader() throws(StoreTrouble) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw .failed(path: path, reason: Self.reason(errno)) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    guard read(descriptor, &header, header.count) == header.count,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else { throw .corrupt(path: path, movedTo: nil) }
    func number(at offset: Int) -> Int {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard number(at: 68) == StoreSchema.applicationID else { throw .foreign(path: path) }
    guard number(at: 60) == StoreSchema.version else {
      throw .otherVersion(path: path, version: number(at: 60))
    }
  }
}
