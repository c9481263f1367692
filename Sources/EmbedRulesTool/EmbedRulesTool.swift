import Foundation

/// Turns a folder of rule files into one Swift file with their texts: `EmbedRulesTool FOLDER OUTPUT`.
@main struct EmbedRulesTool {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments[1])
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yml") }.sorted()
    var code = "/// The shipped rule files, sorted by path. Made by EmbedRulesTool at build time.\n"
    code += "enum EmbeddedRules {\n  static let files: [(path: String, text: String)] = [\n"
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      code += "    (\"\(name)\", #####\"\"\"\n\(text)\n\"\"\"#####),\n"
    }
    code += "  ]\n}\n"
    try code.write(to: URL(filePath: CommandLine.arguments[2]), atomically: true, encoding: .utf8)
  }
}
