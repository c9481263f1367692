import Foundation

/// A run of the program whose errors go to a terminal.
enum TerminalRun {
  /// All that was written to the terminal, of the given width, and to standard output.
  static func run(
    _ arguments: [String], columns: Int = 200, environment: [String: String] = [:]
  ) async throws -> (screen: String, out: String) {
    let folder = try Binary.Folder()
    let screen = folder.url.appending(path: "screen").path
    let run = try await Binary.run(
      ["python3", "-c", script, screen, "\(columns)", Binary.url.path] + arguments,
      executable: URL(filePath: "/usr/bin/env"), environment: environment)
    return (try String(contentsOfFile: screen, encoding: .utf8), run.out)
  }

  private static let script = """
    import fcntl, os, pty, struct, subprocess, sys, termios
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(sys.argv[2]), 0, 0))
    child = subprocess.Popen(sys.argv[3:], stderr=slave)
    os.close(slave)
    with open(sys.argv[1], "wb") as screen:
        while True:
            try: piece = os.read(master, 65536)
            except OSError: break
            if not piece: break
            screen.write(piece)
    sys.exit(child.wait())
    """
}
