/// Why a report cannot be written. `errno` values as of Linux.
package enum ReportError: Error, Hashable, Sendable {
  case unknownFormat(String, known: [String])
  /// `junit=`: a format with an empty file.
  case noFile(format: String)
  /// Two reports would go to the same place: `-` for standard output.
  case sharedOutput(String)
  /// A parent folder cannot be made.
  case folder(String, errno: Int32)
  case create(String, errno: Int32)
  case write(String, errno: Int32)
  /// The report was written beside the file and cannot take its place.
  case replace(String, errno: Int32)
}
