import Foundation

/// A site that writes down all of every request, as a server or as a proxy, for as long as its
/// holder lives.
///
/// `/status/N` answers N, `/slow/N` after N seconds, `/to?URL` redirects there, `/robots.txt` gives the holder's rules,
/// `/wayback/available` answers as the Wayback Machine's API does; all else is a page. A request
/// that is meant for another site is answered as if it were that site's.
final class TellingSite {
  let port = Loopback.freePort()
  let folder: Binary.Folder
  private let process = Process()

  /// - Parameters:
  ///   - robots: the rules; none for 404, a number for that status.
  ///   - tls: whether it speaks TLS, with a certificate that is signed by itself, and asks for one.
  init(robots: String = "", tls: Bool = false) async throws {
    folder = try Binary.Folder()
    let script = try folder.write("serve.py", Self.script)
    try folder.write("robots.txt", robots)
    if tls { try Self.makeCertificate(in: folder) }
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script, "\(port)", folder.url.path, tls ? "tls" : "plain"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard await Loopback.waitForListener(port: port) else { throw NotStarted() }
  }

  // SIGKILL: a child of a thread that blocks SIGTERM blocks it too.
  deinit { kill(process.processIdentifier, SIGKILL) }

  struct NotStarted: Error {}

  /// One request as it came.
  struct Request: Decodable {
    let method: String
    let path: String
    /// The names in lower case.
    let fields: [String: String]
    /// The name in the client's certificate.
    let client: String?
  }

  /// The requests so far.
  var requests: [Request] {
    let log = try? String(contentsOf: folder.url.appending(path: "log"), encoding: .utf8)
    return (log ?? "").split(separator: "\n").compactMap { line in
      try? JSONDecoder().decode(Request.self, from: Data(line.utf8))
    }
  }

  /// `GET /path` of the requests so far.
  var lines: [String] { requests.map { "\($0.method) \($0.path)" } }

  var origin: String { "http://127.0.0.1:\(port)" }

  /// The options that lead to the site, and to others.
  func options(_ others: TellingSite...) -> [String] {
    ["--only", "links/*", "--rate", "off"]
      + ([self] + others).flatMap { ["--allow-address", "127.0.0.1:\($0.port)"] }
  }

  /// A record whose body links to these addresses.
  static func record(_ urls: [String]) -> String {
    let body = urls.map { "[x](\($0))" }.joined(separator: " ")
    return #"{"slug":"a","body_md":"\#(body)"}"#
  }

  private static func makeCertificate(in folder: Binary.Folder) throws {
    for name in ["site", "client"] {
      let made = try Program.run(
        "openssl",
        [
          "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
          "/CN=\(name).test",
          "-addext", "subjectAltName=DNS:\(name).test,IP:127.0.0.1", "-keyout", "\(name).key",
          "-out", "\(name).pem",
        ], in: folder.url)
      guard made.status == 0 else { throw NotStarted() }
    }
  }

  private static let script = #"""
    import http.server, json, ssl, sys, time, urllib.parse
    port, folder, kind = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            status, fields, body = 200, {"Content-Type": "text/html"}, b"<!DOCTYPE html><p id=here>"
            path, query = urllib.parse.urlsplit(self.path)[2:4]
            if path.startswith("/status/"): status = int(path[8:11])
            if path.startswith("/slow/"): time.sleep(int(path[6:]))
            if path == "/to": status, fields["Location"] = 302, urllib.parse.unquote(query)
            if path == "/robots.txt":
                rules = open(folder + "/robots.txt").read()
                status = int(rules) if rules.isdigit() else 200 if rules else 404
                fields["Content-Type"], body = "text/plain", rules.encode()
            if path == "/wayback/available":
                url = urllib.parse.parse_qs(query)["url"][0]
                closest = {"status": "200", "available": True, "timestamp": "20130919044612",
                           "url": "http://web.archive.org/web/20130919044612/" + url}
                body = json.dumps({"url": url, "archived_snapshots": {"closest": closest}})
                if "never" in url: body = json.dumps({"url": url, "archived_snapshots": {}})
                if "broken" in url: body = "<html>"
                fields["Content-Type"], body = "application/json", body.encode()
            peer = self.connection.getpeercert() if kind == "tls" else None
            names = [v for part in (peer or {}).get("subject", ()) for k, v in part if k == "commonName"]
            with open(folder + "/log", "a") as log:
                log.write(json.dumps({"method": self.command, "path": self.path,
                  "client": names[0] if names else None,
                  "fields": {k.lower(): v for k, v in self.headers.items()}}) + "\n")
            self.send_response(status)
            for name, value in fields.items(): self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET": self.wfile.write(body)
        do_HEAD = do_GET
        def log_message(self, *arguments): pass
    class Server(http.server.ThreadingHTTPServer):
        request_queue_size = 128
        def handle_error(self, *arguments): pass
    server = Server(("127.0.0.1", port), Handler)
    if kind == "tls":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + "/site.pem", folder + "/site.key")
        context.load_verify_locations(folder + "/client.pem")
        context.verify_mode = ssl.CERT_OPTIONAL
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()
    """#
}
