import Model
import YAML

/// Reads the judged link of an example: `{ href, verdict, cause, moved-to, secure, hops, … }`.
enum ExampleLink {
  static func judged(_ node: YAMLNode, file: String) throws(RuleFileError) -> JudgedLink {
    var reader = try OptionReader(node, file: file, word: .key, key: "link")
    let href = try reader.required("href")
    let verdict: Verdict? = try reader.choice("verdict")
    let role: LinkRole = try reader.choice("role") ?? .field
    let cause = try reader.text("cause") ?? "ok"
    let sentence = try reader.text("sentence") ?? ""
    let movedTo = try reader.text("moved-to")
    let secureAddress = try reader.text("secure")
    let hops = try hops(reader.node("hops"), file: file)
    let field = FieldPath(try reader.text("field") ?? "/url")
    try reader.finish()
    let start = SourceLocation(file: "example.json", line: 1, column: 1, columnInUTF8: 1, offset: 0)
    let end = SourceLocation(
      file: "example.json", line: 1, column: href.unicodeScalars.count + 1,
      columnInUTF8: href.utf8.count + 1, offset: href.utf8.count)
    let fragment = href.split(separator: "#", maxSplits: 1).dropFirst().first.map {
      Fragment(String($0))
    }
    let event: Outcome.Event =
      verdict == .alive || verdict == .moved
      ? .answered(Answer(status: 200)) : .failed(.other(cause))
    var beside = Judgement.Beside()
    beside.secureAddress = secureAddress
    let judgement = Judgement(
      verdict: verdict ?? .alive, cause: cause, sentence: sentence, movedTo: movedTo,
      outcome: Outcome(event: event, hops: hops, attempts: 1), beside: beside)
    return JudgedLink(
      occurrence: LinkOccurrence(
        href: Href(href), role: role, field: field, span: SourceSpan(start: start, end: end),
        bodyPosition: nil,
        destination: .target(Target(url: href, identity: href), fragment: fragment)),
      judgement: judgement)
  }

  private static func hops(_ node: YAMLNode?, file: String) throws(RuleFileError) -> [Hop] {
    var hops: [Hop] = []
    for element in node?.elements ?? [] {
      var reader = try OptionReader(element, file: file, word: .key, key: "hops")
      let hop = Hop(
        url: try reader.required("from"), status: try reader.integer("status") ?? 302,
        location: try reader.required("to"))
      try reader.finish()
      hops.append(hop)
    }
    return hops
  }
}
