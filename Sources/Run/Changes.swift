import Glibc
import Model
import Synchronization

/// What has changed in files since a revision.
final class Changes: Sendable {
  /// By real path.
  private let files: [[UInt8]: Lines]
  private let last = Mutex<(file: String, lines: Lines?)?>(nil)

  enum Lines: Hashable, Sendable {
    /// A file that is new, or has no lines that could be told.
    case all
    case some([ChangedLines])
  }

  init(_ files: [[UInt8]: Lines]) {
    self.files = files
  }

  /// Whether anything of a file has changed. What is no file on the disk has.
  func hold(_ file: String) -> Bool { lines(of: file) != nil }

  /// Whether a record has changed: anything of a file that holds it alone, its lines in others.
  func hold(_ record: Record) -> Bool {
    guard let lines = lines(of: record.file) else { return false }
    guard case .some(let changed) = lines, !record.isAlone else { return true }
    let range = record.root.range
    let first = record.document.location(of: range.lowerBound).line
    let last = record.document.location(of: range.upperBound).line
    return changed.contains { $0.touches(first...last) }
  }

  private func lines(of file: String) -> Lines? {
    last.withLock { last in
      if let last, last.file.utf8.elementsEqual(file.utf8) { return last.lines }
      let lines: Lines?
      if let real = realpath(file, nil) {
        lines = files[Array(String(cString: real).utf8)]
        free(real)
      } else {
        lines = .all
      }
      last = (file, lines)
      return lines
    }
  }
}

/// Lines of the new text that are new, or between two of which something went.
struct ChangedLines: Hashable, Sendable {
  /// From 1; for lines that went, the line before them.
  let start: Int
  /// None where lines only went.
  let count: Int

  func touches(_ lines: ClosedRange<Int>) -> Bool {
    guard count > 0 else { return lines.lowerBound <= start && start < lines.upperBound }
    return start <= lines.upperBound && lines.lowerBound <= start + count - 1
  }
}

/// Why it cannot be told what has changed.
package enum ChangeError: Error, Hashable, Sendable {
  case noGit
  /// The folder.
  case noRepository(String)
  case unknownRevision(String)
  /// What git said.
  case failed(String)
}
