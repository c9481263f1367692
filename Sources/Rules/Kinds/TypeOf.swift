import Model
import YAML

/// Demands the JSON types of an object's members.
struct TypeOf: RecordKind {
  static let name = "type"
  static let placeholders = ["expected", "found"]
  static let readsTextOnly = false

  private let fields: [(names: [String], type: ValueType)]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    var fields: [(names: [String], type: ValueType)] = []
    if let node = options.node("fields") {
      for entry in node.entries ?? [] {
        let text = try options.text(of: entry.value, key: entry.key)
        guard let type = ValueType(rawValue: text) else {
          throw RuleFileError(
            file: options.file, mark: entry.value.mark,
            fault: .unknown(.value, text, known: ValueType.allCases.map(\.rawValue)))
        }
        if let names = options.way(to: entry.key) { fields.append((names, type)) }
      }
    }
    self.fields = fields
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let object = subject.value, object.kind == .object else { return }
    for (names, type) in fields {
      guard let value = object.member(at: names) else { continue }
      switch type {
      case .string, .number, .boolean, .object, .array:
        demand(type, of: value, report)
      case .strings:
        guard value.kind == .array else { return demand(type, of: value, report) }
        for element in value.elements { demand(.string, of: element, report) }
      case .objectOfStrings:
        guard value.kind == .object else { return demand(type, of: value, report) }
        for member in value.members { demand(.string, of: member.value, report) }
      }
    }
  }

  private func demand(_ type: ValueType, of value: Value, _ report: (Fault) -> Void) {
    guard !type.takes(value.kind) else { return }
    report(
      Fault(
        site: .value(value),
        values: [("expected", type.phrase), ("found", ValueType.phrase(of: value.kind))]))
  }
}

/// What a member may hold.
enum ValueType: String, CaseIterable {
  case string, number, boolean, object, array
  case strings = "array of strings"
  case objectOfStrings = "object of strings"

  func takes(_ kind: NodeKind) -> Bool {
    switch self {
    case .string: kind == .string
    case .number: kind == .number
    case .boolean: kind == .true || kind == .false
    case .object, .objectOfStrings: kind == .object
    case .array, .strings: kind == .array
    }
  }

  var phrase: String {
    switch self {
    case .string: "a text"
    case .number: "a number"
    case .boolean: "true or false"
    case .object: "an object"
    case .array: "a list"
    case .strings: "a list of texts"
    case .objectOfStrings: "an object of texts"
    }
  }

  static func phrase(of kind: NodeKind) -> String {
    switch kind {
    case .object: "an object"
    case .array: "a list"
    case .string, .key: "a text"
    case .number: "a number"
    case .true: "true"
    case .false: "false"
    case .null: "null"
    }
  }
}
