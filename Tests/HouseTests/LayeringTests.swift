import Foundation
import Testing

@Suite struct LayeringTests {
  @Test func `every module of Sources has a floor`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: House.root.appending(path: "Sources").path)
    for folder in folders where folder != "EmbedTextsTool" {
      #expect(House.floor(of: folder) != nil, "\(folder) has no floor")
    }
    for module in House.floors.flatMap(\.modules) {
      #expect(folders.contains(module), "\(module) has no folder")
    }
  }

  @Test(arguments: House.modules) func `a module imports only downwards`(module: String) throws {
    let own = try #require(House.floor(of: module))
    for file in House.swiftFiles(in: "Sources/\(module)") {
      for name in House.imports(of: file) {
        guard let floor = House.floor(of: name) else { continue }
        #expect(floor < own, "\(file.lastPathComponent) of \(module) imports \(name)")
        if floor == 0 {
          #expect(
            House.doors[module]?.contains(name) == true, "\(module) is no door to \(name)")
        }
      }
    }
  }

  @Test func `words know nothing of ours and no Foundation`() {
    for file in House.swiftFiles(in: "Sources/Model") {
      #expect(House.imports(of: file).isEmpty, "\(file.lastPathComponent)")
    }
  }

  @Test(arguments: House.modules.filter { $0 != "stet" })
  func `no full Foundation below the command`(module: String) {
    for file in House.swiftFiles(in: "Sources/\(module)") {
      #expect(!House.imports(of: file).contains("Foundation"), "\(file.lastPathComponent)")
    }
  }

  @Test func `pointers stay in the wrappers and in the byte readers`() {
    for module in ["Model", "Rules", "Links", "Probes", "Reports", "Run", "stet"] {
      for file in House.swiftFiles(in: "Sources/\(module)") {
        #expect(
          !House.text(of: file).contains("@unchecked Sendable"),
          "\(file.lastPathComponent): only wrappers may")
      }
    }
  }
}
