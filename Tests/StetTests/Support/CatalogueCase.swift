import Foundation
import Testing

/// A record with one fault, and what is to be found in it: a line of `Tests/Catalogue/*.jsonl`.
///
/// `record` and `without` say how it differs from `article.json`, which has no fault; `records` are
/// those of a corpus, the first of them made from `article.json`, the others from `other.json`;
/// `text` and `latin1` are the text itself.
struct CatalogueCase: CustomTestStringConvertible {
  let rule: String
  /// JSON Pointer of the value at fault.
  let field: String
  let severity: String
  /// The marked source text.
  let marks: String?
  /// `safe`, `unsafe` or none.
  let fix: String?
  /// A part of the message.
  let says: String?
  /// Other rules that fire too.
  let also: Set<String>
  let times: Int
  /// Which of `records` is at fault.
  let culprit: Int
  let isReaderOnly: Bool
  let configuration: String
  let name: String
  /// The file of each record; where it is mended, what it becomes.
  let files: [(text: Data, mended: Data?)]

  var testDescription: String { "\(rule) \(name)" }

  /// All cases, by pack.
  static let all: [String: [CatalogueCase]] = (try? read()) ?? [:]

  private static let folder = Binary.root.appending(path: "Tests/Catalogue")

  private static func read() throws -> [String: [CatalogueCase]] {
    let article = try object(
      String(contentsOf: folder.appending(path: "article.json"), encoding: .utf8))
    let other = try String(contentsOf: folder.appending(path: "other.json"), encoding: .utf8)
    var cases: [String: [CatalogueCase]] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".jsonl") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      cases[String(file.dropLast(6))] = try text.split(separator: "\n").enumerated().map {
        try CatalogueCase(object(String($0.element)), line: $0.offset + 1, article, other)
      }
    }
    return cases
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func written(_ record: [String: Any]) throws -> Data {
    try JSONSerialization.data(
      withJSONObject: record, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  private init(
    _ line: [String: Any], line number: Int, _ article: [String: Any], _ other: String
  ) throws {
    rule = try #require(line["rule"] as? String)
    field = try #require(line["at"] as? String)
    severity = try #require(line["severity"] as? String)
    marks = line["marks"] as? String
    fix = line["fix"] as? String
    says = line["says"] as? String
    also = Set(line["also"] as? [String] ?? [])
    times = line["times"] as? Int ?? 1
    culprit = line["in"] as? Int ?? 0
    isReaderOnly = line["only"] != nil
    configuration = line["config"] as? String ?? "fail-on: error\n"
    name = line["file"] as? String ?? "harbour-lights-return.json"
    if let text = line["text"] as? String {
      files = [(Data(text.utf8), fix == "safe" ? Data(text.drop { $0 == "\u{FEFF}" }.utf8) : nil)]
    } else if let text = line["latin1"] as? String {
      files = [(try #require(text.data(using: .isoLatin1)), nil)]
    } else if let records = line["records"] as? [[String: Any]] {
      files = try records.enumerated().map { index, changes in
        let base =
          index == 0 ? article : try Self.object(other.replacing("#", with: "\(index)"))
        return (try Self.written(base.merging(changes) { $1 }), nil)
      }
    } else {
      var record = article.merging(line["record"] as? [String: Any] ?? [:]) { $1 }
      for name in line["without"] as? [String] ?? [] { record[name] = nil }
      let changes = line["becomes"] as? [String: Any]
      files = [
        (try Self.written(record), try changes.map { try Self.written(record.merging($0) { $1 }) })
      ]
    }
  }
}
