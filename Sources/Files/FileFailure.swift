/// What a system call on a file said. `errno` values as of Linux.
package enum FileFailure: Error, Hashable, Sendable {
  /// The folder cannot be opened.
  case folder(errno: Int32)
  case open(errno: Int32)
  case create(errno: Int32)
  case read(errno: Int32)
  case write(errno: Int32)
  /// The new content was written beside the file and cannot take its place.
  case replace(errno: Int32)
  /// The path leads to a symbolic link.
  case symlink
  /// A folder, a FIFO, a device.
  case notRegular
  /// Over `PlainFile.limit`.
  case tooLarge
  /// The file is not what it was when it was read.
  case changed
}
