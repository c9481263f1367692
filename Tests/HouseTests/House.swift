import Foundation

/// The source tree as text: what the tests about the house read.
enum House {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The floors from DESIGN: a module imports only from floors below its own.
  static let floors: [(name: String, modules: Set<String>)] = [
    (
      "C", ["CCrypto", "CCurl", "CIDN2", "CLanes", "CLibXML2", "CMD4C", "CRE2", "CSQLite", "CZlib"]
    ),
    ("wrappers", ["Curl", "Digests", "Files", "HTML", "IDN", "Markdown", "Patterns", "YAML"]),
    ("words", ["Model"]),
    ("standards", ["Standards"]),
    (
      "stages",
      [
        "Fixes", "Links", "Pages", "Probes", "Records", "Reports", "Rules", "Settings", "Store",
        "Suppressions",
      ]
    ),
    ("run", ["Run"]),
    ("command", ["stet"]),
  ]

  /// Modules that know C: each may see only these.
  static let doors: [String: Set<String>] = [
    "Curl": ["CCurl"], "Digests": ["CCrypto"], "HTML": ["CLibXML2"], "IDN": ["CIDN2"],
    "Markdown": ["CLanes", "CMD4C"], "Patterns": ["CRE2"], "Records": ["CZlib"],
    "Rules": ["CLanes"],
    "Store": ["CSQLite"],
  ]

  static func floor(of module: String) -> Int? {
    floors.firstIndex { $0.modules.contains(module) }
  }

  static var modules: [String] {
    floors.dropFirst().flatMap(\.modules).sorted()
  }

  /// The Swift files below a folder of the repository, sorted.
  static func swiftFiles(in folder: String) -> [URL] {
    let base = root.appending(path: folder)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { base.appending(path: $0) }
  }

  static func text(of file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// The modules a file imports.
  static func imports(of file: URL) -> Set<String> {
    var imports: Set<String> = []
    for line in text(of: file).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 2,
        words[..<position].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) }),
        let name = words.dropFirst(position + 1).first
      else { continue }
      imports.insert(String(name))
    }
    return imports
  }

  private static let accessLevels: Set<String> = ["package", "internal", "public", "private"]
}
