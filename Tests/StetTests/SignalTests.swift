import Foundation
import Testing

@Suite struct SignalTests {
  /// A listener that answers nothing, on a free port of its own.
  private final class SilentListener {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    private(set) var port = 0

    init() {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = bind(descriptor, $0, length)
          _ = listen(descriptor, 16)
          _ = getsockname(descriptor, $0, &length)
        }
        port = Int(pointer.pointee.sin_port.bigEndian)
      }
    }

    deinit { close(descriptor) }

    /// Whether somebody connected within a minute.
    func hasVisitor() -> Bool {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&waiting, 1, 60_000) == 1
    }
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func `a signal leaves valid reports that say they are not complete`(
    signal: Int32, status: Int32
  ) async throws {
    let listener = SilentListener()
    let folder = try Binary.Folder()
    let body = "[x](http://127.0.0.1:\(listener.port)/x) [y](mailto:a@gazette.test)"
    let record = try JSONSerialization.data(withJSONObject: ["slug": "a", "body_md": body])
    try folder.write("a.json", String(decoding: record, as: UTF8.self))
    let run = try Binary.start(
      [
        "check", "a.json", "--allow-address", "127.0.0.1", "--allow-address",
        "127.0.0.1:\(listener.port)", "--report", "text", "--report", "jsonl=out/a.jsonl",
        "--report", "junit=out/a.xml",
      ], in: folder.url)
    #expect(listener.hasVisitor())
    kill(run.process.processIdentifier, signal)
    let output = try await run.output()
    #expect(output.status == status)
    #expect(output.out.contains("stopped   before"), "\(output.out)")

    let native = try String(
      contentsOf: folder.url.appending(path: "out/a.jsonl"), encoding: .utf8)
    let summary = try #require(Binary.objects(in: native).last)
    #expect(summary["complete"] as? Bool == false)
    #expect(summary["exit"] as? Int == Int(status))
    #expect(native.contains("\"cause\":\"interrupted\""))

    let xml = try await Binary.run(
      ["--noout", "out/a.xml"], executable: URL(filePath: "/usr/bin/xmllint"), in: folder.url)
    #expect(xml.status == 0, "\(xml.err)")
    let text = try String(contentsOf: folder.url.appending(path: "out/a.xml"), encoding: .utf8)
    #expect(text.contains("<error"), "a stopped run must be red")
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "out").path)
    #expect(left.sorted() == ["a.jsonl", "a.xml"], "temporary files were left behind")
  }
}
