package import Model

/// Findings that a team has decided to live with: what stood when a rule came in.
///
/// Lines of JSON, one for each sort of finding, sorted, so that two branches merge:
///
///     {"baseline":1}
///     {"record":"a-slug","field":"/lang","rule":"language/case","count":1,"fingerprint":"…"}
///
/// The order of the lines and repeated lines mean nothing; of two counts the greater is taken.
package struct Baseline: Sendable {
  package private(set) var entries: [BaselineEntry] = []

  package init() {}

  /// Of findings with the fingerprints of the first of their equals.
  package init(_ findings: [(finding: Finding, fingerprint: String)]) {
    var numbers: [String: Int] = [:]
    for (finding, fingerprint) in findings {
      if let number = numbers[fingerprint] {
        entries[number].count += 1
      } else {
        numbers[fingerprint] = entries.count
        entries.append(
          BaselineEntry(
            record: finding.record.description, field: finding.field.shape.description,
            rule: finding.rule, count: 1, fingerprint: fingerprint, place: nil))
      }
    }
  }

  init(entries: [BaselineEntry]) {
    self.entries = entries
  }

  /// Adds a line of a file.
  ///
  /// - Throws: ``BaselineFault``
  package mutating func add(_ line: Value) throws(BaselineFault) {
    let place = line.span.start
    if let version = line.member("baseline") {
      guard version.source.elementsEqual("1".utf8) else { throw .version(at: place) }
      return
    }
    func text(_ name: String) throws(BaselineFault) -> String {
      guard let text = line.member(name)?.string else { throw .missing(name, at: place) }
      return text
    }
    guard
      let count = line.member("count").flatMap({ Int(String(decoding: $0.source, as: UTF8.self)) }),
      count > 0
    else { throw .missing("count", at: place) }
    entries.append(
      BaselineEntry(
        record: try text("record"), field: try text("field"), rule: RuleID(try text("rule")),
        count: count, fingerprint: try text("fingerprint"), place: line.span))
  }

  /// How many findings it excuses.
  package var findingCount: Int { entries.reduce(0) { $0 + $1.count } }

  /// The file's bytes.
  package var text: [UInt8] {
    var bytes = Array("{\"baseline\":1}\n".utf8)
    for line in entries.map(\.line).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes += line
    }
    return bytes
  }
}

/// A line of a baseline.
package struct BaselineEntry: Sendable {
  package let record: String
  package let field: String
  package let rule: RuleID
  package internal(set) var count: Int
  /// Of the first of equal findings.
  package let fingerprint: String
  /// Where it was read.
  let place: SourceSpan?

  fileprivate var line: [UInt8] {
    var line: [UInt8] = []
    func append(_ text: String) { line += text.utf8 }
    append("{\"record\":")
    line += Self.quoted(record)
    append(",\"field\":")
    line += Self.quoted(field)
    append(",\"rule\":")
    line += Self.quoted(rule.description)
    append(",\"count\":\(count),\"fingerprint\":")
    line += Self.quoted(fingerprint)
    append("}\n")
    return line
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var quoted = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        quoted += Array((byte < 0x10 ? "\\u000" : "\\u00").utf8) + Array(digits.utf8)
      default: quoted.append(byte)
      }
    }
    quoted.append(UInt8(ascii: "\""))
    return quoted
  }
}

/// Why a baseline cannot be read.
package enum BaselineFault: Error, Sendable {
  /// The line lacks a member, or has it in another type.
  case missing(String, at: SourceLocation)
  /// The line is of a newer version of the file.
  case version(at: SourceLocation)
}
