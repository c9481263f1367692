import Foundation

/// A site of a few pages whose requests are written down, for as long as its holder lives.
///
/// `/gone` answers 404, `/trouble` 500, `/moved` redirects for good to `/page`; all else is a page
/// with the place `here` and an ETag, which is not sent again to those who have it.
final class PlainSite {
  let port = Loopback.freePort()
  let folder: Binary.Folder
  private let process = Process()

  init() async throws {
    folder = try Binary.Folder()
    let script = try folder.write("serve.py", Self.script)
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, "\(port)", log.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard await Loopback.waitForListener(port: port) else { throw NotStarted() }
    forget()
  }

  // SIGKILL: a child of a thread that blocks SIGTERM blocks it too.
  deinit { kill(process.processIdentifier, SIGKILL) }

  private var log: URL { folder.url.appending(path: "log") }

  /// The requests since the last ``forget()``: `HEAD /page 200`.
  var requests: [String] {
    ((try? String(contentsOf: log, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
  }

  func forget() { try? Data().write(to: log) }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// A record whose body links to these paths.
  func record(_ paths: [String]) -> String {
    let body = paths.map { "[x](\(url($0)))" }.joined(separator: " ")
    return #"{"slug":"a","body_md":"\#(body)"}"#
  }

  /// The options that lead to the site.
  var options: [String] {
    ["--only", "links/*", "--allow-address", "127.0.0.1:\(port)", "--rate", "off"]
  }

  struct NotStarted: Error {}

  private static let script = #"""
    import http.server, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            status = {"/gone": 404, "/trouble": 500, "/moved": 301}.get(self.path, 200)
            if status == 200 and self.headers.get("If-None-Match") == '"one"': status = 304
            body = b"" if status == 304 else b"<!DOCTYPE html><title>a</title><p id=here>b</p>"
            self.send_response(status)
            if status == 301: self.send_header("Location", "/page")
            if status in (200, 304): self.send_header("ETag", '"one"')
            if status != 304:
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET": self.wfile.write(body)
            with open(sys.argv[2], "a") as log: log.write(f"{self.command} {self.path} {status}\n")
        do_HEAD = do_GET
        def log_message(self, *arguments): pass
    class Server(http.server.ThreadingHTTPServer):
        request_queue_size = 128
        def handle_error(self, *arguments): pass
    Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
    """#
}
