import Model

/// Refuses members of an object that are not known by name.
struct KnownFields: RecordKind {
  static let name = "known-fields"
  static let placeholders = ["suggestion"]
  static let mends = true
  static let readsTextOnly = false

  private let fields: [String]
  /// Starts of names that anyone may use.
  private let prefixes: [String]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    fields = try options.members("fields").compactMap(\.first) + options.fields.otherMembers
    prefixes = try options.texts("prefixes") ?? []
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let object = subject.value, object.kind == .object else { return }
    var faults = 0
    var absent: [String]?
    for member in object.members where !fields.contains(where: { member.hasName($0) }) {
      let name = member.key.utf8 ?? []
      guard !prefixes.contains(where: { name.starts(with: $0.utf8) }) else { continue }
      faults += 1
      guard faults <= FindingCollector.most else { return }
      let candidates = absent ?? fields.filter { object.member($0) == nil }
      absent = candidates
      let text = String(decoding: name.prefix(256), as: UTF8.self)
      report(Self.fault(member, name: text, among: candidates))
    }
  }

  private static func fault(_ member: Member, name: String, among absent: [String]) -> Fault {
    var fault = Fault(site: .key(member))
    if let suggestion = Nearest.word(to: name, among: absent) {
      fault.values = [("suggestion", suggestion)]
      fault.repair = Repair(
        message: "rename it to '\(suggestion)'", change: .key(member, suggestion))
    }
    return fault
  }
}
