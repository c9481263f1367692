/// Why a text is no YAML that is read here, and where.
package struct YAMLError: Error, Hashable, Sendable {
  /// Line 1, column 1 where the text as a whole is at fault.
  package let mark: YAMLMark
  package let fault: Fault

  init(mark: YAMLMark = YAMLMark(line: 1, column: 1), fault: Fault) {
    self.mark = mark
    self.fault = fault
  }

  package enum Fault: Hashable, Sendable {
    /// An anchor or an alias.
    case anchor
    case duplicateKey(String)
    case emptyFile
    case keyIsNoText
    /// UTF-16, Latin-1 or no text at all.
    case notUTF8
    case notYAML(String)
    /// The limit in bytes.
    case tooLarge(limit: Int)
    /// The reason as a phrase.
    case unreadable(reason: String)
  }
}

extension YAMLError.Fault {
  /// What is wrong and what to do, for the author of the file.
  package var sentence: String {
    switch self {
    case .anchor: "Anchors and aliases are not read here. Write the value out."
    case .duplicateKey(let key): "The key '\(key)' stands here twice. Remove one of the two."
    case .emptyFile: "The file is empty."
    case .keyIsNoText: "A key must be a plain text."
    case .notUTF8: "This is no UTF-8 text. Save the file as UTF-8."
    case .notYAML(let reason): "This is no YAML: \(reason)."
    case .tooLarge(let limit): "The file is larger than \(limit / 1024) KiB."
    case .unreadable(let reason): "The file cannot be read: \(reason)."
    }
  }
}
