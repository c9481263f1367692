package import Model

/// What was mended, for people.
package enum FixText {
  /// The head, then a line for each finding that was mended and for what was not; empty when there
  /// is nothing to tell.
  static func lines(of fixes: FixTotals, limit: Int?) -> [String] {
    guard !fixes.fixed.isEmpty || !fixes.remarks.isEmpty else { return [] }
    var lines = [
      "Fixed \(Counted.text(fixes.fixed.count, "finding")) in \(Counted.text(fixes.files, "file"))"
    ]
    let shown = fixes.fixed.prefix(limit ?? fixes.fixed.count)
    for fixed in shown {
      let message = TerminalText.escaped(Redaction.text(fixed.message), limit: 200)
      lines.append("\(FindingText.place(fixed.start))  \(fixed.rule)  \(message)")
    }
    if shown.count < fixes.fixed.count {
      lines.append("and \(fixes.fixed.count - shown.count) more: --verbose")
    }
    return lines + fixes.remarks.map(text(of:))
  }

  /// What would be mended, and what would not.
  package static func intention(_ fixes: FixTotals) -> [String] {
    let count = Counted.text(fixes.fixed.count, "finding")
    let head =
      fixes.fixed.isEmpty
      ? "Nothing to fix." : "Would fix \(count) in \(Counted.text(fixes.files, "file"))."
    return [head] + fixes.remarks.map(text(of:))
  }

  private static func text(of remark: FixRemark) -> String {
    switch remark {
    case .file(let path, let reason):
      "'\(TerminalText.escaped(path, limit: 4_096))' was not changed: \(text(of: reason))"
    case .takenBack(let rule, let start):
      "the fix of \(rule) at \(FindingText.place(start)) was taken back: it did not help"
    case .unfinished(let rounds):
      "there is more to fix after \(rounds) rounds: run it again"
    }
  }

  private static func text(of reason: FixRemark.FileReason) -> String {
    switch reason {
    case .compressed: "it is compressed"
    case .standardInput: "it is standard input"
    case .symlink: "it is a symbolic link"
    case .notRegular: "it is not a regular file"
    case .tooLarge: "it is larger than 1 GiB"
    case .changed: "somebody wrote it while it was checked"
    case .unreadable: "it cannot be read again"
    }
  }
}
