package import Markdown
package import Model

/// The suppressions that stand in one record, read. Pure, for any thread.
package struct RecordAllowances: Sendable {
  private(set) var allowances: [Allowance] = []
  private(set) var complaints: [Complaint] = []

  /// A record without any.
  package init() {}

  init(allowances: [Allowance], complaints: [Complaint]) {
    self.allowances = allowances
    self.complaints = complaints
  }

  /// - Parameter markdown: the Markdown texts of the record.
  package init(
    in record: Record, markdown: [(path: FieldPath, text: JSONText, document: MarkdownDocument)]
  ) {
    if let value = record.root.member(Self.name) { read(value) }
    for (path, text, document) in markdown where !document.rawHTML.isEmpty {
      for comment in MarkdownComment.all(in: document) {
        read(comment, of: document, text: text, in: path)
      }
    }
  }

  package var isEmpty: Bool { allowances.isEmpty && complaints.isEmpty }

  /// The member of a record that holds them.
  static let name = "x-stet"

  /// The most that are read of one record's list.
  private static let most = 200

  private mutating func read(_ value: Value) {
    guard value.kind == .array else {
      return refuse(
        "'x-stet' is a list of suppressions. Write [{\"allow\": \"…\", \"reason\": \"…\"}].",
        at: Place(value), evidence: Self.name)
    }
    for element in value.elements.prefix(Self.most) {
      do throws(AllowanceFault) {
        allowances.append(try AllowanceReader.allowance(from: element))
      } catch {
        refuse(error.message, at: Place(error.value), evidence: error.evidence)
      }
    }
  }

  private mutating func read(
    _ comment: MarkdownComment, of document: MarkdownDocument, text: JSONText, in path: FieldPath
  ) {
    func place(_ range: Range<Int>) -> Place {
      Place(text.sourceRange(ofDecoded: range), of: text.document, in: path)
    }
    let whole = place(comment.range)
    let line = String(decoding: document.source[comment.range], as: UTF8.self)
    guard let directive = MarkdownDirective(comment, in: document.source) else {
      return refuse(
        "The comment is no suppression. Write '<!-- stet allow RULE: reason -->'.", at: whole,
        evidence: line)
    }
    var lastDay: LastDay?
    if let until = directive.until {
      lastDay = LastDay(until)
      if lastDay == nil {
        return refuse(
          "'\(until)' is no day. Write the last day as 2027-01-31.", at: whole, evidence: line)
      }
    }
    let reach: Allowance.Reach =
      switch directive.reach {
      case .all: .field(path)
      case .part(let range): .part(path, Self.inFile(text.sourceRange(ofDecoded: range), text))
      }
    allowances.append(
      Allowance(
        origin: .markdown,
        rules: directive.rules.map { rule in
          AllowedRule(pattern: RulePattern(text: rule.text), place: place(rule.range))
        }, reach: reach, reason: directive.reason, lastDay: lastDay, place: whole))
  }

  private static func inFile(_ range: Range<Int>, _ text: JSONText) -> Range<Int> {
    let offset = text.document.origin.offset
    return range.lowerBound + offset..<range.upperBound + offset
  }

  private mutating func refuse(_ message: String, at place: Place, evidence: String) {
    complaints.append(
      Complaint(rule: .malformed, message: message, place: place, evidence: evidence))
  }
}
