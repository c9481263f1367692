import Model
import YAML

/// Says in text what rules demand: for `stet rules list` and `explain`, and for rules/README.md.
package enum RuleDocumentation {
  /// A line for each rule: severity, ID, `fix` where one is offered, summary.
  package static func list(_ rules: [Rule]) -> String {
    let width = rules.map { $0.id.description.utf8.count }.max() ?? 0
    return rules.map { rule in
      let id = rule.id.description
      let pad = String(repeating: " ", count: width - id.utf8.count)
      let severity = rule.summary.severity.rawValue
      let severityPad = String(repeating: " ", count: 7 - severity.utf8.count)
      let fix = rule.fix == nil ? "   " : "fix"
      return "\(severity)\(severityPad)  \(id)\(pad)  \(fix)  \(rule.summary.summary)\n"
    }.joined()
  }

  /// All that is known of a rule.
  package static func explanation(of rule: Rule) -> String {
    var text = "\(rule.id) (\(rule.summary.severity.rawValue))\n\n\(rule.summary.summary)\n\n"
    text += "Why   \(rule.summary.why)\n"
    text += "Mend  \(rule.summary.mend)\n"
    switch rule.fix {
    case .safe: text += "Fix   safe: applied by --fix\n"
    case .unsafe: text += "Fix   unsafe: applied by --unsafe-fixes\n"
    case nil: break
    }
    text += "Looks at \(subject(of: rule)), by the check '\(rule.kindName)' in \(rule.file)\n"
    for (title, examples) in [("Fails", rule.examples.failing), ("Passes", rule.examples.passing)]
    where !examples.isEmpty {
      text += "\n\(title):\n"
      for example in examples {
        for line in lines(of: example) { text += "  \(line)\n" }
      }
    }
    return text
  }

  /// The page of all rules, Markdown: rules/README.md.
  package static func page(_ rules: [Rule]) -> String {
    var text = """
      # The rules

      One file each, `PACK/FAULT.yml`. This page is made from them.

      A rule can be switched off or given another severity by its ID. `fix` says how its suggestion
      is applied: `safe` by `--fix`, `unsafe` by `--unsafe-fixes`.

      """
    var pack = ""
    for rule in rules {
      if rule.id.pack != pack {
        pack = rule.id.pack
        text += "\n## \(pack)\n\n| Rule | Severity | Fix | What is wrong |\n|---|---|---|---|\n"
      }
      let file = rule.id.description + ".yml"
      let fault = String(rule.id.description.dropFirst(pack.count + 1))
      text += "| [\(fault)](\(file)) | \(rule.summary.severity.rawValue) | "
      text += "\(rule.fix?.rawValue ?? "") | \(escaped(rule.summary.summary)) |\n"
    }
    return text + writing + kinds(rules)
  }

  private static let writing = """

    ## Writing a rule

    A rule of your own is a file like these, in a folder that `--rules DIR` names. Its examples are
    its tests: `stet rules test DIR` runs them.

    | Key | Holds |
    |---|---|
    | `summary` | the fault as a sentence |
    | `severity` | `error`, `warning` or `note` |
    | `severity-at` | other severities by selector: `{ $.updated_at: warning }` |
    | `given` | the values that are looked at: JSONPath (RFC 9535) without filters, or `urls` for the fields that hold addresses; kinds about Markdown look at every Markdown text without it |
    | `links` | roles of links in Markdown that are looked at too: `body`, `image` |
    | `when` | `present`, `absent`: selectors; `passes`: rules that have not fired there, nor at `related`; `alone` |
    | `check` | a kind with its options |
    | `message` | what the author is told; `{value}` is filled in, `{$.url}` is what the records call that field, `[…]` goes without its value |
    | `related` | other values that the finding points at |
    | `fix` | `safe` or `unsafe`, for kinds that know a mend |
    | `why`, `mend` | why it matters, what to do |
    | `examples` | `passing` and `failing`: records as YAML, or `record`, `records`, `text`, `link`, `record` with `page` |

    The shipped rules name fields as `$.body_md`; where `fields` of `stet.yml` says that the body is at
    `content.markdown`, they look there and say so. Rules of your own name the fields that your records have.

    A failing example says by `at` where the rule fires (a JSON Pointer), and may say by `marks` which
    source text is marked, by `mended` what the fix makes of it, by `options` what the rule is set to.

    """

  /// The kinds with what they take, and a rule that shows each.
  private static func kinds(_ rules: [Rule]) -> String {
    var text = "\n## Kinds\n\n| Kind | Options | Words for messages | See |\n|---|---|---|---|\n"
    for kind in RuleKinds.all.sorted(by: { $0.name < $1.name }) {
      func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
      let rule = rules.first { $0.kindName == kind.name }?.id.description ?? ""
      text +=
        "| `\(kind.name)` | \(list(options(of: kind))) | \(list(kind.placeholders)) | \(rule) |\n"
    }
    return text
  }

  /// The options that a kind asks for.
  static func options(of kind: any RuleKind.Type) -> [String] {
    let nothing = YAMLNode(content: .mapping([]), mark: YAMLMark(line: 1, column: 1))
    guard var reader = try? OptionReader(nothing, file: "", word: .option, key: kind.name) else {
      return []
    }
    // A kind may refuse to be without an option; by then it has asked for it.
    _ = try? kind.init(&reader)
    return reader.known.sorted()
  }

  /// A sentence for an ID that no rule has.
  package static func unknown(_ text: String, in catalogue: RuleCatalogue) -> String {
    let sentence = "There is no rule '\(Printable.text(text))'."
    guard let nearest = catalogue.nearestID(to: text) else { return sentence }
    return sentence + " Did you mean '\(nearest)'?"
  }

  private static func subject(of rule: Rule) -> String {
    var parts = rule.given.map(\.description)
    if !rule.links.isEmpty { parts.append("links in Markdown") }
    if parts.isEmpty, case .texts = rule.kind.subject { parts.append("every Markdown text") }
    if parts.isEmpty {
      switch rule.summary.scope {
      case .link: parts.append("every link")
      case .page: parts.append("the record's pages")
      case .record, .corpus: parts.append("the text of the record")
      }
    }
    return parts.joined(separator: ", ")
  }

  private static func lines(of example: RuleExample) -> [String] {
    let places = example.at.map(\.description).joined(separator: ", ")
    let end = places.isEmpty ? "" : "  ← \(places)"
    switch example.input {
    case .link(let link):
      let judgement = link.judgement
      return ["\(link.occurrence.href): \(judgement.verdict.rawValue), \(judgement.cause)\(end)"]
    case .situation(let situation): return [situation]
    case .page(let record, let page):
      let fields =
        (page.listing.map { [$0.rawValue] } ?? []) + page.fields.map { "\($0.name): \($0.value)" }
      return [Printable.text(record.text, width: 400) + end]
        + (fields + [Printable.text(page.body, width: 400)]).map { "  \($0)" }
    case .records(let records):
      return records.enumerated().map { position, record in
        Printable.text(record.text, width: 400) + (position == records.count - 1 ? end : "")
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_<>|[]".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
