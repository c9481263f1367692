/// Asks git what has changed: edits, staged or not, commits since the revision, and new files.
enum GitChanges {
  /// - Throws: ``ChangeError``
  static func since(_ revision: String, in folder: String) throws(ChangeError) -> Changes {
    guard let root = try line(["rev-parse", "--show-toplevel"], in: folder) else {
      throw .noRepository(folder)
    }
    // No text is an option after '--end-of-options'.
    let question = ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]
    guard let commit = try line(question, in: folder) else { throw .unknownRevision(revision) }

    var files: [[UInt8]: Changes.Lines] = [:]
    let prefix = Array("\(root)/".utf8)
    let plain = ["--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"]
    for name in try names(["diff", "--name-only", "-z"] + plain + [commit, "--"], in: root) {
      files[prefix + name] = .all
    }
    for name in try names(["ls-files", "--others", "--exclude-standard", "-z"], in: root) {
      files[prefix + name] = .all
    }
    var patch = PatchReader()
    let form = ["-U0", "--src-prefix=a/", "--dst-prefix=b/"]
    try run(["diff"] + form + plain + [commit, "--"], in: root) { patch.read($0) }
    patch.finish()
    for (name, lines) in patch.files where files[prefix + name] != nil {
      files[prefix + name] = .some(lines)
    }
    return Changes(files)
  }

  /// The one line that git answers; none when it has no answer.
  private static func line(
    _ arguments: [String], in folder: String
  ) throws(ChangeError) -> String? {
    var text: [UInt8] = []
    do throws(ChangeError) {
      try run(arguments, in: folder) { text += $0 }
    } catch {
      guard case .failed = error else { throw error }
      return nil
    }
    if text.last == UInt8(ascii: "\n") { text.removeLast() }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private static func names(
    _ arguments: [String], in folder: String
  ) throws(ChangeError) -> [[UInt8]] {
    var text: [UInt8] = []
    try run(arguments, in: folder) { text += $0 }
    return text.split(separator: 0).map(Array.init)
  }

  private static func run(
    _ arguments: [String], in folder: String, _ receive: (ArraySlice<UInt8>) -> Void
  ) throws(ChangeError) {
    // A repository may name programs to run in its own settings; these two run by themselves.
    let own = ["-C", folder, "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"]
    let answer = ChildProcess.run("git", own + arguments, receive)
    switch answer.status {
    case 0: return
    case ChildProcess.notStarted: throw .noGit
    default:
      let text = String(decoding: answer.errors.prefix { $0 != 0x0A }, as: UTF8.self)
      throw .failed(text)
    }
  }
}

/// Reads a patch without context, as it arrives, for the lines that it changes.
struct PatchReader {
  /// By name from the root.
  private(set) var files: [[UInt8]: [ChangedLines]] = [:]
  private var line: [UInt8] = []
  private var name: [UInt8]?
  /// Lines of the hunk that are still to come: they may look like anything.
  private var rest = 0

  /// Of a line no more is looked at; a record's line may have megabytes.
  private static let longest = 8_192

  mutating func read(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    while let end = bytes.firstIndex(of: 0x0A) {
      keep(bytes[..<end])
      finish()
      bytes = bytes[(end + 1)...]
    }
    keep(bytes)
  }

  /// Takes what has been read as a whole line.
  mutating func finish() {
    defer { line.removeAll(keepingCapacity: true) }
    if rest > 0, line.first == UInt8(ascii: "+") || line.first == UInt8(ascii: "-") {
      rest -= 1
    } else if line.starts(with: "diff --git ".utf8) {
      name = nil
    } else if line.starts(with: "+++ ".utf8) {
      name = Self.name(in: line.dropFirst(4))
    } else if line.starts(with: "@@ ".utf8), let name {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count > 2, let old = Self.range(words[1]), let new = Self.range(words[2]) else {
        return
      }
      rest = old.count + new.count
      files[name, default: []].append(new)
    }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    line += bytes.prefix(max(0, Self.longest - line.count))
  }

  /// `b/articles/a.json`, or in quotes with the escapes of C; none for a file that went.
  private static func name(in text: ArraySlice<UInt8>) -> [UInt8]? {
    var text = Array(text)
    // Git ends a name with blanks in it by a tab.
    if text.last == 0x09 { text.removeLast() }
    if text.first == UInt8(ascii: "\""), text.count > 1 {
      text = unquoted(text.dropFirst().dropLast())
    }
    return text.starts(with: "b/".utf8) ? Array(text.dropFirst(2)) : nil
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let letters: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
      UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
    var plain: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        plain.append(byte)
        continue
      }
      let digits = rest.prefix(3)
      if digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        plain.append(digits.reduce(0) { $0 &<< 3 | ($1 & 7) })
        rest = rest.dropFirst(3)
      } else {
        plain.append(letters[next] ?? next)
        rest = rest.dropFirst()
      }
    }
    return plain
  }

  /// `-3,2` or `+7`.
  private static func range(_ word: ArraySlice<UInt8>) -> ChangedLines? {
    let parts = word.dropFirst().split(separator: UInt8(ascii: ","))
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == parts.count, let start = numbers.first else { return nil }
    return ChangedLines(start: start, count: numbers.count > 1 ? numbers[1] : 1)
  }
}
