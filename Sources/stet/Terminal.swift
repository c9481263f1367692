import Glibc
import Reports

/// What the program knows of the terminal it writes to.
struct Terminal {
  let descriptor: Int32

  static let output = Terminal(descriptor: STDOUT_FILENO)
  static let errors = Terminal(descriptor: STDERR_FILENO)

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Columns; 100 where nobody knows.
  var width: Int {
    var size = winsize()
    if isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return Int(size.ws_col)
    }
    return Environment["COLUMNS"].flatMap { Int($0) } ?? 100
  }

  /// Whether to colour. https://no-color.org and FORCE_COLOR are heeded.
  func usesColor(_ option: ColorOption) -> Bool {
    switch option {
    case .always: return true
    case .never: return false
    case .auto:
      if Environment["NO_COLOR"]?.isEmpty == false { return false }
      if Environment["FORCE_COLOR"]?.isEmpty == false { return true }
      return isTerminal && Environment["TERM"] != "dumb"
    }
  }

  /// Where texts can lead to, if the terminal shows that. FORCE_HYPERLINK is heeded, and NO_COLOR,
  /// which asks for plain text.
  var hyperlinks: Hyperlinks? {
    guard usesHyperlinks else { return nil }
    let host = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { name in
      name.initialize(repeating: 0)
      guard let start = name.baseAddress, gethostname(start, name.count - 1) == 0 else { return "" }
      return String(cString: start)
    }
    return Hyperlinks(host: host, folder: WorkingDirectory.path)
  }

  private var usesHyperlinks: Bool {
    if let forced = Environment["FORCE_HYPERLINK"] { return !forced.isEmpty && forced != "0" }
    if Environment["NO_COLOR"]?.isEmpty == false { return false }
    guard isTerminal, let term = Environment["TERM"], term != "dumb" else { return false }
    // What is known to know OSC 8; others may print it.
    if let version = Environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5_000 }
    let names = [Environment["TERM_PROGRAM"] ?? "", term]
    let known = [
      "alacritty", "foot", "ghostty", "iTerm.app", "kitty", "rio", "vscode", "WezTerm", "wezterm",
    ]
    return ["KONSOLE_VERSION", "WT_SESSION", "DOMTERM"].contains { Environment[$0] != nil }
      || names.contains { name in
        known.contains { $0 == name || name.hasPrefix("\($0)-") || name == "xterm-\($0)" }
      }
  }

  /// Writes all of the text; a closed pipe ends the process without a word.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes all of the bytes.
  func write(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// The process's environment.
enum Environment {
  static subscript(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
