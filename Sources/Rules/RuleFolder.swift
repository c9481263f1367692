import Glibc
import YAML

/// Finds and reads the rule files of a folder.
enum RuleFolder {
  /// The `.yml` files below a folder with their texts, sorted by path.
  ///
  /// - Throws: ``RuleFileError`` for a folder or a file that cannot be read.
  static func files(in folder: String) throws(RuleFileError) -> [(path: String, text: String)] {
    var paths: [String] = []
    try gather(folder, depth: 0, &paths)
    guard !paths.isEmpty else { throw RuleFileError(file: folder, fault: .noRules) }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var files: [(path: String, text: String)] = []
    for path in paths { files.append((path, try text(of: path))) }
    return files
  }

  private static func gather(
    _ folder: String, depth: Int, _ paths: inout [String]
  )
    throws(RuleFileError)
  {
    guard let stream = opendir(folder) else {
      throw RuleFileError(
        file: folder, fault: .unreadable(reason: String(cString: strerror(errno))))
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where depth < 8: try gather(path, depth: depth + 1, &paths)
      // `.yaml` is gathered to be refused: a file that is passed over says nothing.
      case S_IFREG where name.hasSuffix(".yml") || name.hasSuffix(".yaml"): paths.append(path)
      default: continue
      }
    }
  }

  private static func text(of path: String) throws(RuleFileError) -> String {
    do throws(YAMLError) {
      return try YAMLFile.text(of: path)
    } catch {
      throw RuleFileError(file: path, mark: error.mark, fault: .yaml(error.fault))
    }
  }
}
