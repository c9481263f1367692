import Glibc

/// Reads a file line by line. Lines over a megabyte end the reading.
final class LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private static let longest = 1 << 20

  /// None for a file that cannot be opened; `-` is standard input.
  init?(path: String) {
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  /// The next line that is not empty, without its end.
  func next() -> [UInt8]? {
    while true {
      if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[position..<end])
        position = end + 1
        if !line.isEmpty { return line }
        continue
      }
      let rest = Array(buffer[position...])
      if isAtEnd || rest.count > Self.longest {
        isAtEnd = true
        buffer = []
        position = 0
        return rest.isEmpty ? nil : rest
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &chunk, chunk.count)
      isAtEnd = count <= 0
      buffer = rest + chunk.prefix(max(0, count))
      position = 0
    }
  }
}
