import Foundation
import PackagePlugin

/// Writes files of data into the binary, so that one file `stet` works from any folder.
@main struct EmbedTexts: BuildToolPlugin {
  /// By target: the folder, how its files end, and the type that gets their texts.
  private static let folders = [
    "Probes": (name: "signatures", ending: "tsv", type: "EmbeddedSignatures"),
    "Rules": (name: "rules", ending: "yml", type: "EmbeddedRules"),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folder = Self.folders[target.name] else { return [] }
    let source = context.package.directoryURL.appending(path: folder.name)
    let output = context.pluginWorkDirectoryURL.appending(path: "\(folder.type).swift")
    let files =
      FileManager.default.enumerator(at: source, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == folder.ending } ?? []
    return [
      .buildCommand(
        displayName: "Embedding the files of \(folder.name)",
        executable: try context.tool(named: "EmbedTextsTool").url,
        arguments: [
          source.path(percentEncoded: false), folder.ending, folder.type,
          output.path(percentEncoded: false),
        ],
        inputFiles: [source] + files.sorted { $0.path < $1.path },
        outputFiles: [output])
    ]
  }
}
