import Glibc
import YAML

/// Finds and reads `stet.yml`.
package enum ConfigurationFile {
  package static let name = "stet.yml"

  /// How many files may extend one another in a row.
  static let deepest = 8

  /// The configuration of a folder: in it, or above it up to the root of its repository or the
  /// home folder; outside both in it alone, for what lies above may be anybody's.
  ///
  /// - Parameters:
  ///   - folder: an absolute path.
  ///   - home: an absolute path; none where nobody knows.
  /// - Returns: the path from `folder`; none where there is no configuration.
  /// - Throws: ``SettingsError`` for a file of nearly that name.
  package static func path(above folder: String, home: String?) throws(SettingsError) -> String? {
    let bound = repository(of: folder) ?? home.flatMap { isInside(folder, $0) ? $0 : nil }
    var current = folder
    var way = ""
    while true {
      if exists(current + "/" + name) { return way + name }
      if exists(current + "/stet.yaml") {
        throw SettingsError(file: way + "stet.yaml", .misnamed)
      }
      guard let bound, !current.utf8.elementsEqual(bound.utf8), let above = parent(of: current)
      else { return nil }
      current = above
      way += "../"
    }
  }

  /// Reads a configuration with the files that it extends.
  ///
  /// - Parameters:
  ///   - path: from `folder`, or absolute.
  ///   - folder: the working directory, absolute.
  /// - Throws: ``SettingsError`` for the first fault.
  package static func settings(
    _ path: String, from folder: String
  ) throws(SettingsError) -> ProjectSettings {
    let absolute = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
    let (real, failure) = realPath(absolute)
    guard let real else { throw SettingsError(file: path, .unreadable(reason: failure)) }
    let home = parent(of: real) ?? "/"
    var reader = SettingsReader(root: repository(of: home) ?? home)
    try reader.read(real, named: path)
    return reader.settings
  }

  /// The folder with `.git`, the folder itself or one above it.
  static func repository(of folder: String) -> String? {
    var current = folder
    while true {
      if exists(current + "/.git") { return current }
      guard let above = parent(of: current) else { return nil }
      current = above
    }
  }

  static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path.utf8.count > 1 else {
      return nil
    }
    let parent = String(path[..<slash])
    return parent.isEmpty ? "/" : parent
  }

  static func isInside(_ path: String, _ folder: String) -> Bool {
    let folder = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    return (path + "/").utf8.starts(with: folder.utf8)
  }

  /// The path without symbolic links, or why there is none.
  static func realPath(_ path: String) -> (path: String?, failure: String) {
    guard let real = realpath(path, nil) else { return (nil, String(cString: strerror(errno))) }
    defer { free(real) }
    return (String(cString: real), "")
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}

/// Reads one configuration file after the other, those that are extended first.
struct SettingsReader {
  private(set) var settings = ProjectSettings()
  /// The folder that nothing leads out of, without symbolic links.
  private let root: String
  /// The files that are being read, each extended by the one before it.
  private var way: [(real: String, name: String)] = []

  init(root: String) {
    self.root = root
  }

  mutating func read(_ real: String, named name: String) throws(SettingsError) {
    way.append((real, name))
    defer { way.removeLast() }
    let node = try Self.node(real, named: name)
    let mapping = try SettingsMapping(node, named: nil, in: name, known: SettingsKeys.top)
    for (text, node) in try mapping.statements("extends") {
      let place = mapping.place(node.mark)
      let path = try inside(text, key: "extends", at: place)
      if let start = way.firstIndex(where: { $0.real.utf8.elementsEqual(path.utf8) }) {
        throw SettingsError(at: place, .circle(way[start...].map(\.name) + [way[start].name]))
      }
      guard way.count < ConfigurationFile.deepest else {
        throw SettingsError(at: place, .tooDeep(limit: ConfigurationFile.deepest))
      }
      try read(path, named: Self.folder(of: name) + text)
    }
    for (text, node) in try mapping.statements("rule-folders") {
      let place = mapping.place(node.mark)
      _ = try inside(text, key: "rule-folders", at: place)
      settings.ruleFolders.append(Placed(Self.folder(of: name) + text, at: place))
    }
    try settings.take(
      mapping, file: name, folder: ConfigurationFile.parent(of: real) ?? "/")
  }

  /// The real path of a file that another one names.
  private func inside(
    _ text: String, key: String, at place: SettingsPlace
  ) throws(SettingsError) -> String {
    guard let last = way.last, text.utf8.first != UInt8(ascii: "/") else {
      throw SettingsError(at: place, .outside(key: key, path: text))
    }
    let folder = ConfigurationFile.parent(of: last.real) ?? "/"
    let (real, failure) = ConfigurationFile.realPath(folder + "/" + text)
    guard let real else {
      throw SettingsError(at: place, .unreadable(reason: "'\(text)': \(failure)"))
    }
    guard ConfigurationFile.isInside(real, root) else {
      throw SettingsError(at: place, .outside(key: key, path: text))
    }
    return real
  }

  /// The folder of a file's name, with its slash; empty for none.
  private static func folder(of name: String) -> String {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(name[...slash])
  }

  private static func node(
    _ path: String, named name: String
  ) throws(SettingsError) -> YAMLNode {
    do throws(YAMLError) {
      return try YAMLNode(reading: try YAMLFile.text(of: path))
    } catch {
      // Where all is commented out, nothing is said.
      if error.fault == .emptyFile { return YAMLNode(content: .mapping([]), mark: error.mark) }
      throw SettingsError(at: SettingsPlace(file: name, mark: error.mark), .yaml(error.fault))
    }
  }
}
