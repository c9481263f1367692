import Model

@testable import Pages

/// Reads pages for tests as a probe would.
enum TestPage {
  /// Stands in for the strict reader of records: knows no JSON.
  static let noJSON: PageJSON.Reading = { _ in .refused("not read here") }

  static func page(
    _ bytes: [UInt8], _ wish: PageWish = PageWish(form: .html),
    type: String? = "text/html; charset=utf-8", fields: [(name: String, value: String)] = [],
    chunk: Int = 100_000, end: PageEnd = .whole, json: @escaping PageJSON.Reading = noJSON
  ) -> Page {
    let reader = PageReaders(readJSON: json).reader(for: wish)
    let head = PageHead(fields: (type.map { [("content-type", $0)] } ?? []) + fields)
    guard reader.begin(head) else { return reader.finish(end) }
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = Array(bytes[start..<min(start + chunk, bytes.count)])
      if !reader.read(piece.span.bytes) { break }
    }
    return reader.finish(end)
  }

  static func html(
    _ text: String, type: String? = "text/html; charset=utf-8", chunk: Int = 100_000,
    end: PageEnd = .whole
  ) -> Page {
    page(Array(text.utf8), type: type, chunk: chunk, end: end)
  }
}
