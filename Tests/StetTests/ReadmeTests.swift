import Foundation
import Testing

@Suite struct ReadmeTests {
  private static let file = Binary.root.appending(path: "README.md")
  private static let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""

  /// The lines of all shell blocks.
  private static let commands: [String] = blocks("sh").flatMap {
    $0.split(separator: "\n").map(String.init)
  }

  private static func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  @Test func `it is short`() {
    #expect(Self.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 250)
  }

  @Test func `its screen of output is what the demo prints`() throws {
    let screen = try #require(Self.blocks("text").first)
    let golden = try String(
      contentsOf: Binary.root.appending(path: "Tests/Golden/Stet/demo.txt"), encoding: .utf8)
    #expect(golden.contains(screen))
  }

  @Test func `its rule is the rule`() throws {
    let path = try #require(
      Self.text.components(separatedBy: "<!-- rule: ").dropFirst().first?
        .components(separatedBy: " -->").first)
    let rule = try String(contentsOf: Binary.root.appending(path: path), encoding: .utf8)
    #expect(Self.blocks("yaml").first.map { $0 + "\n" } == rule)
  }

  @Test func `its list of packs is what the program lists`() async throws {
    let list = try await Binary.run(["rules", "list"])
    var packs: [String: [String]] = [:]
    for line in list.lines {
      let words = line.split(separator: " ")
      let id = try #require(words.dropFirst().first).split(separator: "/")
      packs[String(id[0]), default: []].append(String(id[1]))
    }
    var table = "| Pack | Faults it finds |\n|---|---|\n"
    for pack in packs.keys.sorted() {
      table += "| `\(pack)` | \(packs[pack, default: []].joined(separator: ", ")) |\n"
    }
    let marker = ("<!-- packs: made by a test -->\n", "<!-- /packs -->")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1",
      let start = Self.text.range(of: marker.0), let end = Self.text.range(of: marker.1)
    {
      let text = Self.text.replacingCharacters(
        in: start.upperBound..<end.lowerBound, with: table)
      try Data(text.utf8).write(to: Self.file)
      return
    }
    #expect(Self.text.contains(marker.0 + table + marker.1))
  }

  @Test func `every command of it works`() async throws {
    let site = try DemoSite()
    #expect(await Loopback.waitForListener(port: site.port))
    let folder = try Binary.Folder()
    let articles = folder.url.appending(path: "articles")
    try FileManager.default.copyItem(
      at: Binary.root.appending(path: "examples/records"), to: articles)
    var count = 0
    for command in Self.commands {
      let words = Self.words(command)
      switch words.first {
      case "stet":
        var arguments = Array(words.dropFirst())
        if arguments.first == "check", !arguments.contains("--offline") {
          arguments += site.options
        }
        let run = try await Binary.run(arguments, in: folder.url)
        #expect(run.status <= 1, "\(command): \(run.err)")
        #expect(run.err.isEmpty || arguments.first == "links", "\(command): \(run.err)")
        count += 1
      case "make":
        // What make does is asked of the make file; the build itself is this very run.
        let dry = try await Binary.run(
          ["--dry-run"] + words.dropFirst(), executable: URL(filePath: "/usr/bin/make"))
        #expect(dry.status == 0, "\(command): \(dry.err)")
        #expect(dry.out.contains("scripts/setup.sh"))
        count += 1
      default: Issue.record("nobody knows how to run '\(command)'")
      }
    }
    #expect(count >= 9)
  }

  @Test func `the demo prints its report and where the JUnit file lies`() async throws {
    let run = try await Binary.run(
      [Binary.url.path], executable: Binary.root.appending(path: "scripts/demo.sh"),
      environment: ["DEMO_PORT": "\(Int.random(in: 200...290) * 100)"])
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("links/dead"))
    #expect(run.out.contains("demo-out/stet.xml"))
    let report = Binary.root.appending(path: "demo-out/stet.xml")
    #expect(FileManager.default.fileExists(atPath: report.path))
  }

  @Test func `an installed program has its manual page and completions`() async throws {
    let folder = try Binary.Folder()
    let run = try await Binary.run(
      [
        "install", "PREFIX=\(folder.url.path)", "SWIFT_RELEASE=true",
        "RELEASE=\(Binary.url.path)",
      ], executable: URL(filePath: "/usr/bin/make"))
    #expect(run.status == 0, "\(run.err)")
    for path in [
      "bin/stet", "share/man/man1/stet.1", "share/bash-completion/completions/stet",
      "share/zsh/site-functions/_stet", "share/fish/vendor_completions.d/stet.fish",
    ] {
      #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: path).path))
    }
    let version = try await Binary.run(
      ["--version"], executable: folder.url.appending(path: "bin/stet"), in: folder.url)
    #expect(version.status == 0)
  }

  @Test(arguments: [["check"], ["links"], ["rules"], ["rules", "list"], ["rules", "explain"]])
  func `the manual page has every option`(command: [String]) async throws {
    let manual = try String(
      contentsOf: Binary.root.appending(path: "docs/stet.1"), encoding: .utf8)
    let help = try await Binary.run(command + ["--help"])
    for word in help.out.split(whereSeparator: { " \n,.'()".contains($0) })
    where word.hasPrefix("--") {
      #expect(manual.contains(" \(word.dropFirst())"), "\(word) is missing: make man")
    }
  }

  /// A command's words; single quotes are taken off.
  private static func words(_ command: String) -> [String] {
    command.split(separator: " ").map { $0.filter { $0 != "'" } }
  }
}
