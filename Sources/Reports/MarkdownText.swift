/// Text of others inside a row of a table in Markdown: it stays text.
enum MarkdownText {
  /// Every mark is escaped. `@` stands in code, which is the only place where no reader makes a
  /// mention or a mail address of it.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in TerminalText.escaped(text, limit: 4_000).unicodeScalars {
      switch scalar {
      case "@": escaped.append(contentsOf: "`@`".unicodeScalars)
      case "!"..."/", ":"..."?", "["..."`", "{"..."~":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A code span: its fence is longer than any run of backticks inside.
  static func code(_ text: String) -> String {
    // A bar ends the cell, in code too.
    guard !text.utf8.contains(UInt8(ascii: "|")) else { return escaped(text) }
    let text = TerminalText.escaped(text, limit: 4_000)
    var run = 0
    var longest = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? "`\(text)`" : "\(fence) \(text) \(fence)"
  }
}
