import Glibc

/// Where remembered outcomes are kept.
package enum StorePlace: Hashable, Sendable {
  /// Nowhere: nothing is remembered.
  case none
  case file(String)

  /// `.stet/links.sqlite` in the project's folder: the nearest one, from the working directory up,
  /// that holds `stet.yml` or `.git`; else the working directory.
  package static var usual: StorePlace {
    let name = ".stet/links.sqlite"
    guard let pointer = getcwd(nil, 0) else { return .file(name) }
    defer { free(pointer) }
    var folder = String(cString: pointer)
    while true {
      let base = folder == "/" ? "" : folder
      if access("\(base)/stet.yml", F_OK) == 0 || access("\(base)/.git", F_OK) == 0 {
        return .file("\(base)/\(name)")
      }
      guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), folder != "/" else {
        return .file(name)
      }
      folder = slash == folder.utf8.startIndex ? "/" : String(folder[..<slash])
    }
  }
}
