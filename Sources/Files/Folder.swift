import Glibc

/// An open folder, by which its files are named: what happens to the folder's own path changes
/// nothing.
struct Folder: ~Copyable {
  let descriptor: Int32

  /// - Throws: `folder`
  init(of path: String) throws(FileFailure) {
    let bytes = Array(path.utf8)
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == 0 ? "/" : String(decoding: bytes[..<$0], as: UTF8.self) } ?? "."
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .folder(errno: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The last name of a path.
  static func name(of path: String) -> String {
    let bytes = Array(path.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// Without this a power failure may forget a new name. Some file systems refuse it: no harm.
  func synchronise() {
    fsync(descriptor)
  }
}
