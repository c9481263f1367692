import Model
import Standards

/// Finds host names whose letters pose as others.
struct HostMixture: RecordKind {
  static let name = "host-scripts"
  static let placeholders = ["host", "reason", "ascii"]

  init(_ options: inout OptionReader) throws(RuleFileError) {}

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    // Only names beyond ASCII, or written as their A-labels, can deceive.
    guard Self.isInternational(subject.utf8), case .success(let reading) = subject.url,
      let host = reading.url.hostText, let range = reading.parts.host,
      let suspicion = HostScripts.suspicions(in: host).first
    else { return }
    report(
      Fault(
        site: .part(range),
        values: [
          ("host", suspicion.label), ("reason", Self.phrase(for: suspicion.kind)),
          ("ascii", suspicion.asciiLabel),
        ]))
  }

  private static func isInternational(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      for (index, byte) in text.enumerated() {
        if byte >= 0x80 || byte == UInt8(ascii: "%") { return true }
        guard byte | 0x20 == UInt8(ascii: "x"), index + 3 < text.count else { continue }
        if text[index + 1] | 0x20 == UInt8(ascii: "n"), text[index + 2] == UInt8(ascii: "-"),
          text[index + 3] == UInt8(ascii: "-")
        {
          return true
        }
      }
      return false
    }
  }

  private static func phrase(for kind: HostScripts.Suspicion.Kind) -> String {
    switch kind {
    case .mixed(let scripts):
      "has letters of \(scripts.map(\.description).joined(separator: " and "))"
    case .lookalike(let word): "looks like '\(word)' and is not"
    }
  }
}
