import Model
import Standards

/// Refuses parameters of a URL's query by name, whatever the capitals.
struct QueryParameters: RecordKind {
  static let name = "query-parameters"
  static let placeholders = ["parameter"]

  private let names: [[UInt8]]
  private let prefixes: [[UInt8]]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    names = (try options.texts("names") ?? []).map { Array($0.lowercased().utf8) }
    prefixes = (try options.texts("prefixes") ?? []).map { Array($0.lowercased().utf8) }
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.url, reading.url.isWeb,
      let query = reading.parts.query
    else { return }
    let text = subject.utf8
    for parameter in text[query].split(separator: UInt8(ascii: "&")) {
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      let key = String(decoding: name, as: UTF8.self).lowercased().utf8
      let isRefused =
        names.contains { key.elementsEqual($0) } || prefixes.contains { key.starts(with: $0) }
      guard isRefused else { continue }
      let shown = String(decoding: name.prefix(80), as: UTF8.self)
      return report(
        Fault(
          site: .part(parameter.startIndex..<parameter.endIndex), values: [("parameter", shown)]))
    }
  }
}
