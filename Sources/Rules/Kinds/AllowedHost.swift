import Model
import Standards

/// Demands hosts of a list; an empty list allows all.
struct AllowedHost: RecordKind {
  static let name = "allowed-host"
  static let placeholders = ["host", "suggestion"]

  private let hosts: [String]

  /// `news.example` allows that host, `*.news.example` all hosts below it.
  init(_ options: inout OptionReader) throws(RuleFileError) {
    hosts = (try options.texts("hosts") ?? []).map { $0.lowercased() }
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard !hosts.isEmpty, case .success(let reading) = subject.url,
      let host = reading.url.hostText, let range = reading.parts.host,
      !hosts.contains(where: { Self.allows($0, host) })
    else { return }
    var fault = Fault(site: .part(range), values: [("host", host)])
    if let suggestion = Nearest.word(to: host, among: hosts) {
      fault.values.append(("suggestion", suggestion))
    }
    report(fault)
  }

  static func allows(_ pattern: String, _ host: String) -> Bool {
    guard pattern.utf8.starts(with: "*.".utf8) else { return pattern == host }
    return host.utf8.suffix(pattern.utf8.count - 1).elementsEqual(pattern.utf8.dropFirst())
  }
}
