import Foundation
import Testing

@Suite(.serialized) struct StoreCommandTests {
  @Test func `an export is sorted, and an import of it is a store as good as the first`()
    async throws
  {
    let site = try await PlainSite()
    let folder = try Binary.Folder()
    try folder.write("a.json", site.record(["/page", "/gone", "/moved", "/a?token=abcdefgh1234"]))
    let clock = ["--now", "2026-09-20T12:00:00Z"]
    func stet(_ arguments: [String], stdin: String? = nil) async throws -> Binary.Output {
      try await Binary.run(arguments + clock, stdin: stdin, in: folder.url)
    }
    let check = ["check", "a.json", "-q"] + site.options
    _ = try await stet(check + ["--store", "one.sqlite"])
    let lines = try await stet(["store", "export", "--store", "one.sqlite"])
    #expect(lines.lines.count == 4)
    #expect(lines.lines == lines.lines.sorted())
    #expect(!lines.out.contains("abcdefgh1234"))

    let taken = try await stet(
      ["store", "import", "-", "--store", "two.sqlite"],
      stdin: lines.out + "{\"key\":1}\nno line\n")
    #expect(taken.out == "-: 6 lines, 4 taken, 2 refused\n")
    #expect(taken.err.contains("-:5:"))
    let again = try await stet(["store", "import", "-", "--store", "two.sqlite"], stdin: lines.out)
    #expect(again.out == "-: 4 lines, 0 taken, 0 refused\n")
    let same = try await stet(["store", "export", "--store", "two.sqlite"])
    #expect(same.out == lines.out)
    site.forget()
    _ = try await stet(check + ["--store", "two.sqlite"])
    #expect(site.requests.isEmpty)

    let statistics = try await stet(["store", "stats", "--store", "two.sqlite"])
    #expect(statistics.out.contains("targets   4\n"))
    #expect(statistics.out.contains("alive     2\n"))
    let pruned = try await Binary.run(
      ["store", "prune", "--older-than", "1", "--store", "two.sqlite", "--now"]
        + ["2026-09-25T12:00:00Z"], in: folder.url)
    #expect(pruned.out == "4 targets forgotten\n")
  }

  @Test func `a store that is not there is trouble`() async throws {
    let folder = try Binary.Folder()
    for command in ["stats", "prune", "export"] {
      let run = try await Binary.run(
        ["store", command, "--store", "none.sqlite"], in: folder.url)
      #expect(run.status == 2)
      #expect(run.err.contains("There is no store 'none.sqlite'"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }
}
