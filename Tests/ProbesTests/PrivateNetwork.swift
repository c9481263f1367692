import Curl
import Foundation
import Glibc
import Model
import Probes

/// A network namespace with a name server and the hostile server in it.
enum PrivateNetwork {
  /// Names that lead to private addresses by one trick or another.
  static let rebinding = [
    "rebind.test", "mixed.test", "many.test", "cname.test", "mapped.test", "ok.test", "good.test",
    "localhost", "localhost.",
  ]

  struct Report: Sendable {
    var outcomes: [String: [Outcome]] = [:]
    var log: [String] = []
    var basePort = 0
  }

  struct NotAvailable: Error {}

  static var isAvailable: Bool {
    guard geteuid() == 0 else { return false }
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    probe.arguments = ["unshare", "-mn", "ip", "link", "set", "lo", "up"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }

  /// Probes names from within the network.
  static func probeNames() async throws -> Report {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Foundation.Thread {
        do {
          try enter()
          let (run, finish) = try start()
          Task {
            await run.finish()
            continuation.resume(returning: finish())
          }
        } catch {
          continuation.resume(throwing: error)
        }
      }
      thread.start()
    }
  }

  /// Moves the calling thread alone into namespaces of its own.
  private static func enter() throws {
    typealias Unshare = @convention(c) (Int32) -> Int32
    guard let symbol = dlsym(nil, "unshare") else { throw NotAvailable() }
    // CLONE_NEWNET, CLONE_NEWNS and CLONE_FS: a thread that shares its root cannot leave its mounts.
    guard unsafeBitCast(symbol, to: Unshare.self)(0x4000_0000 | 0x0002_0000 | 0x200) == 0 else {
      throw NotAvailable()
    }
  }

  private static func start() throws -> (ProbeRun, @Sendable () -> Report) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stet-names-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let resolver = folder.appendingPathComponent("resolv.conf").path
    let hosts = folder.appendingPathComponent("hosts").path
    try "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n"
      .write(toFile: resolver, atomically: false, encoding: .utf8)
    try "127.0.0.1 localhost good.test\n".write(toFile: hosts, atomically: false, encoding: .utf8)
    try command("mount", "--make-rprivate", "/")
    try command("mount", "--bind", resolver, "/etc/resolv.conf")
    try command("mount", "--bind", hosts, "/etc/hosts")
    try command("ip", "link", "set", "lo", "up")
    let names = try launch("python3", HostileServer.script("dnsd.py"), "53")
    let server = try HostileServer(lifetime: .seconds(60))
    let collector = OutcomeCollector()
    var settings = ProbeSettings.hurried([server.basePort])
    settings.connectTimeout = .seconds(3)
    settings.timeout = .seconds(6)
    let run = ProbeRun(settings) { collector.take($0, $1) }
    run.add(
      NameServerTests.rows.map { ProbeTarget("http://\($0.0):\(server.basePort)/ok") }
        + rebinding.map { ProbeTarget("http://\($0):\(server.basePort + 1)/canary") })
    return (
      run,
      {
        var report = Report(outcomes: collector.all, basePort: server.basePort)
        report.log = (try? server.log()) ?? []
        server.stop()
        kill(names, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
        return report
      }
    )
  }

  private static func command(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotAvailable() }
  }

  private static func launch(_ words: String...) throws -> pid_t {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    try process.run()
    return process.processIdentifier
  }
}
