import Foundation
import Testing

/// File systems that say no, in a mount namespace of their own; for root.
@Suite(.serialized, .enabled(if: getuid() == 0)) struct StoreDiskTests {
  private func check(mount: String, links: Int) async throws -> Binary.Output {
    let site = try await PlainSite()
    let folder = try Binary.Folder()
    try folder.write("a.json", site.record((0..<links).map { "/\($0)" } + ["/gone"]))
    let disk = folder.url.appending(path: "disk").path
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let command =
      ([Binary.url.path, "check", "a.json", "--store", "\(disk)/links.sqlite"]
      + ["--report", "jsonl"] + site.options).map { "'\($0)'" }.joined(separator: " ")
    return try await Binary.run(
      ["-m", "sh", "-c", "\(mount.replacing("DISK", with: disk)) && exec \(command)"],
      executable: URL(filePath: "/usr/bin/unshare"), in: folder.url)
  }

  private func verdicts(_ run: Binary.Output) -> [String: Int] {
    var counts: [String: Int] = [:]
    for link in run.json where link["type"] as? String == "link" {
      counts[link["verdict"] as? String ?? "-", default: 0] += 1
    }
    return counts
  }

  @Test(arguments: [
    "mount -t tmpfs -o size=16k none DISK", "mount -t tmpfs -o size=1m none DISK",
  ])
  func `a full disk costs the memory and nothing else`(mount: String) async throws {
    let run = try await check(
      mount: mount + " && head -c 1020k /dev/zero > DISK/fill 2> DISK/errors || true", links: 300)
    #expect(verdicts(run) == ["alive": 300, "dead": 1])
    #expect(run.status == 1)
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    #expect(run.err.contains("remembers nothing"), "\(run.err)")
  }

  @Test func `a folder that may not be written costs the memory and nothing else`() async throws {
    let run = try await check(mount: "mount -t tmpfs -o ro none DISK", links: 5)
    #expect(verdicts(run) == ["alive": 5, "dead": 1])
    #expect(run.status == 1)
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
  }

  @Test func `a store on a disk that became read-only costs the memory and nothing else`()
    async throws
  {
    let made =
      "mount -t tmpfs none DISK && \(Binary.url.path) check a.json -q --store DISK/links.sqlite"
    let run = try await check(
      mount: "\(made) > DISK/out 2> DISK/errors; mount -o remount,ro DISK", links: 5)
    #expect(verdicts(run) == ["alive": 5, "dead": 1])
    #expect(run.status == 1)
    #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
  }
}
