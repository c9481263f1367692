/// Why a source that was asked for cannot be read at all. Sources are named as they were given.
package enum SourceError: Error, Hashable, Sendable {
  case notFound(path: String)
  /// The system's reason as a phrase: `Permission denied`.
  case cannotOpen(path: String, reason: String)
  /// A FIFO, a device or a socket: as a phrase.
  case notARegularFile(path: String, kind: String)
  /// A pattern that fits no file of a known extension.
  case noMatch(pattern: String)
  /// A pattern that cannot be read: why, as a phrase.
  case badPattern(pattern: String, reason: String)
}
