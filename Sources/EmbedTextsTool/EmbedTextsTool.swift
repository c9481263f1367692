import Foundation

/// Turns a folder of files into one Swift file with their texts:
/// `EmbedTextsTool FOLDER ENDING TYPE OUTPUT`.
@main struct EmbedTextsTool {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments[1])
    let (ending, type) = (CommandLine.arguments[2], CommandLine.arguments[3])
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".\(ending)") }.sorted()
    var code = "/// The shipped files, sorted by path. Made by EmbedTextsTool at build time.\n"
    code += "enum \(type) {\n  static let files: [(path: String, text: String)] = [\n"
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      code += "    (\"\(name)\", #####\"\"\"\n\(text)\n\"\"\"#####),\n"
    }
    code += "  ]\n}\n"
    try code.write(to: URL(filePath: CommandLine.arguments[4]), atomically: true, encoding: .utf8)
  }
}
