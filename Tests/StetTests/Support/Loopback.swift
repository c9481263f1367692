import Foundation

/// Real servers on loopback addresses, for as long as their holder lives.
enum Loopback {
  /// A port that nobody uses now.
  static func freePort() -> Int {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard bind(socket, generic, length) == 0, getsockname(socket, generic, &length) == 0
        else { return 0 }
        return Int(pointer.pointee.sin_port.bigEndian)
      }
    }
  }

  /// Whether nobody uses a port now.
  static func isFree(port: Int) -> Bool {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  static func accepts(port: Int, address: String = "127.0.0.1") -> Bool {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var target = sockaddr_in()
    target.sin_family = sa_family_t(AF_INET)
    target.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, address, &target.sin_addr)
    return withUnsafePointer(to: &target) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// Waits until something listens; false when nothing does in time.
  static func waitForListener(
    port: Int, address: String = "127.0.0.1", seconds: Int = 30
  ) async -> Bool {
    for _ in 0..<seconds * 20 {
      if accepts(port: port, address: address) { return true }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return false
  }
}

/// The demo site of `examples/`, over TLS.
final class DemoSite {
  let port = Loopback.freePort()
  let plainPort = Loopback.freePort()
  let folder = try? Binary.Folder()
  private let process = Process()

  init() throws {
    guard let folder else { throw CocoaError(.fileWriteUnknown) }
    let certificate = Process()
    certificate.executableURL = Binary.root.appending(path: "scripts/demo-certificate.sh")
    certificate.arguments = [folder.url.path]
    try certificate.run()
    certificate.waitUntilExit()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Binary.root.appending(path: "examples/serve.py").path, "\(port)", "\(plainPort)",
      folder.url.appending(path: "site.pem").path, folder.url.appending(path: "site.key").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
  }

  // SIGKILL: a child of a thread that blocks SIGTERM blocks it too.
  deinit { kill(process.processIdentifier, SIGKILL) }

  /// The options that lead a run to this site and no further.
  var options: [String] {
    [
      "--connect-to", "gazette.test:443:127.0.0.1:\(port)",
      "--connect-to", "archive.test:443:127.0.0.1:\(port)",
      "--connect-to", "gazette.test:80:127.0.0.1:\(plainPort)",
      "--allow-address", "127.0.0.1:\(port)", "--allow-address", "127.0.0.1:\(plainPort)",
      "--ca-file", folder?.url.appending(path: "ca.pem").path ?? "",
    ]
  }
}
