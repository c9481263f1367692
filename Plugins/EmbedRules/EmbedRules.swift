import Foundation
import PackagePlugin

/// Writes every rule file under `rules/` into the binary, so that one file `stet` works from any folder.
@main struct EmbedRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "yml" } ?? []
    return [
      .buildCommand(
        displayName: "Embedding the rule files",
        executable: try context.tool(named: "EmbedRulesTool").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: [folder] + files.sorted { $0.path < $1.path },
        outputFiles: [output])
    ]
  }
}
