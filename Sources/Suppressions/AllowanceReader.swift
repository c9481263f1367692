import Model
import Standards

/// Reads an element of `x-stet`:
/// `{"allow": "dates/*", "reason": "…", "until": "2027-01-31", "field": "/updated_at"}`.
enum AllowanceReader {
  private static let names = ["allow", "field", "reason", "until"]

  static func allowance(from value: Value) throws(AllowanceFault) -> Allowance {
    guard value.kind == .object else {
      throw AllowanceFault(
        "A suppression is an object. Write {\"allow\": \"…\", \"reason\": \"…\"}.", value)
    }
    for member in value.members where !names.contains(where: { member.hasName($0) }) {
      let guess = EditDistance.nearest(to: member.name, in: names)
      throw AllowanceFault(
        "A suppression has no '\(member.name.prefix(80))'. "
          + (guess.map { "Did you mean '\($0)'?" } ?? "It has \(names.joined(separator: ", "))."),
        member.key)
    }
    guard let allow = value.member("allow") else {
      throw AllowanceFault("The suppression names no rule. Add \"allow\": \"…\".", value)
    }
    let lastDay = try text("until", of: value).map { text throws(AllowanceFault) in
      guard let day = LastDay(text.text) else {
        throw AllowanceFault(
          "'\(text.text.prefix(80))' is no day. Write the last day as 2027-01-31.", text.value)
      }
      return day
    }
    let field = try text("field", of: value).map { text throws(AllowanceFault) in
      guard text.text.utf8.isEmpty || text.text.utf8.first == UInt8(ascii: "/") else {
        throw AllowanceFault(
          "'\(text.text.prefix(80))' is no JSON Pointer. Write the field as '/title'.", text.value)
      }
      return FieldPath(text.text)
    }
    return Allowance(
      origin: .record, rules: try rules(allow), reach: field.map { .field($0) } ?? .record,
      reason: trimmed(try text("reason", of: value)?.text ?? ""), lastDay: lastDay,
      place: Place(value))
  }

  private static func rules(_ allow: Value) throws(AllowanceFault) -> [AllowedRule] {
    let values = allow.kind == .array ? Array(allow.elements) : [allow]
    guard !values.isEmpty else {
      throw AllowanceFault("The suppression names no rule. Add one to the list.", allow)
    }
    var rules: [AllowedRule] = []
    for value in values {
      let pattern = RulePattern(text: value.kind == .string ? value.string ?? "" : "")
      guard pattern.isWellFormed else {
        throw AllowanceFault(
          "The suppression names no rule here. Write a rule's ID, or a pack as 'dates/*'.", value)
      }
      rules.append(AllowedRule(pattern: pattern, place: Place(value)))
    }
    return rules
  }

  private static func text(
    _ name: String, of object: Value
  ) throws(AllowanceFault) -> (text: String, value: Value)? {
    guard let value = object.member(name) else { return nil }
    guard value.kind == .string, let text = value.string else {
      throw AllowanceFault("'\(name)' of a suppression is a text.", value)
    }
    return (text, value)
  }

  static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}

/// Why a suppression cannot be read, and where.
struct AllowanceFault: Error {
  let message: String
  let value: Value

  init(_ message: String, _ value: Value) {
    self.message = message
    self.value = value
  }

  var evidence: String {
    let text = value.kind == .string || value.kind == .key ? value.string ?? "" : "x-stet"
    return String(text.prefix(80))
  }
}
