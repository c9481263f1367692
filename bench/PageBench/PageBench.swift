import Glibc
import Model
import Pages

/// Reads HTML pages for their facts, again and again, and says how fast: `PageBench ROUNDS FILE…`.
@main struct PageBench {
  static func main() {
    let arguments = CommandLine.arguments
    let pages = arguments.dropFirst(2).map(bytes)
    let rounds = arguments.count > 1 ? Int(arguments[1]) ?? 1 : 1
    let readers = PageReaders { _ in .refused("not measured") }
    var facts = 0
    let start = cpuSeconds()
    for _ in 0..<rounds {
      for page in pages {
        let reader = readers.reader(for: PageWish(form: .html))
        _ = reader.begin(PageHead(fields: [("content-type", "text/html; charset=utf-8")]))
        // As libcurl hands them out.
        for start in stride(from: 0, to: page.count, by: 16_384) {
          let piece = page[start..<min(start + 16_384, page.count)]
          _ = reader.read(piece.span.bytes)
        }
        facts += reader.finish(.whole).facts.count
      }
    }
    let seconds = cpuSeconds() - start
    let megabytes = Double(rounds * pages.map(\.count).reduce(0, +)) / 1_000_000
    print("\(Int(megabytes / seconds)) MB/s a core, \(facts) facts")
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }

  private static func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
  }
}
