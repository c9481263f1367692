/// Why remembered outcomes cannot be used. Never stops a run that checks links.
package enum StoreTrouble: Error, Hashable, Sendable {
  /// What stands there is no file of ours: a phrase, `a folder`.
  case unusable(path: String, what: String)
  /// The file is damaged; none where it could not be moved away.
  case corrupt(path: String, movedTo: String?)
  /// A database of another program.
  case foreign(path: String)
  /// Written by another version of the tool: the number in the file.
  case otherVersion(path: String, version: Int)
  /// The operating system or SQLite says no: a phrase.
  case failed(path: String, reason: String)
}
