package import Files

/// A file with its edited text.
package struct FixedFile: Sendable {
  package let original: PlainFile
  package internal(set) var text: [UInt8]

  package var path: String { original.path }

  /// Puts the edited text in the file's place.
  ///
  /// - Throws: ``FileFailure``
  package func write() throws(FileFailure) {
    try original.replace(with: text)
  }

  /// What the edits change, as a unified diff.
  package var diff: [UInt8] {
    UnifiedDiff(of: path, from: original.bytes, to: text).bytes
  }
}
