import Glibc

/// A file that is written beside its place and put there whole, or never: a crash, a full disk or
/// a signal leaves what was there before.
package struct ReplacementFile: ~Copyable {
  /// For what writes by itself.
  package let descriptor: Int32
  private let folder: Folder
  private let temporary: String
  private let name: String
  private var isOpen = true

  /// Makes an empty file beside a path.
  ///
  /// - Parameter mode: of the file; the process's mask takes its part away.
  /// - Throws: `folder`, `create`.
  package init(at path: String, mode: UInt32 = 0o666) throws(FileFailure) {
    let folder = try Folder(of: path)
    var opened: Int32 = -1
    var temporary = ""
    for attempt in 0..<1_000 {
      temporary = ".stet-\(getpid())-\(attempt).tmp"
      opened = openat(
        folder.descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
      if opened >= 0 || errno != EEXIST { break }
    }
    if opened < 0 { throw .create(errno: errno) }
    descriptor = opened
    self.folder = folder
    self.temporary = temporary
    name = Folder.name(of: path)
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    unlinkat(folder.descriptor, temporary, 0)
  }

  /// - Throws: `write`
  package func write(_ bytes: [UInt8]) throws(FileFailure) {
    if let cause = writeAll(bytes, to: descriptor) { throw .write(errno: cause) }
  }

  /// Gives the file the mode and, where that is allowed, the owner of another.
  ///
  /// - Throws: `write`
  func resemble(_ status: stat) throws(FileFailure) {
    // Only root may give files away; the mode comes after, since a change of owner takes bits off.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw .write(errno: errno) }
  }

  /// Puts the file in its place. Nothing of it is left when that fails.
  ///
  /// - Throws: `write`, `replace`.
  package mutating func commit() throws(FileFailure) {
    guard isOpen else { return }
    guard fsync(descriptor) == 0 else { throw .write(errno: errno) }
    isOpen = false
    guard close(descriptor) == 0 else {
      let cause = errno
      unlinkat(folder.descriptor, temporary, 0)
      throw .write(errno: cause)
    }
    guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
      let cause = errno
      unlinkat(folder.descriptor, temporary, 0)
      throw .replace(errno: cause)
    }
    folder.synchronise()
  }
}
