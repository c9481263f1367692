import Model

/// The colours of the terminal report: few, and none that carries meaning alone.
struct Palette {
  let isColored: Bool

  enum Ink: String {
    case strong = "1"
    case faint = "2"
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case help = "32"
  }

  func paint(_ text: String, _ ink: Ink) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }

  func ink(for severity: Severity) -> Ink {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
