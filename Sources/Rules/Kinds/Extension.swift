import Model
import Standards
import YAML

/// Refuses a file extension in a URL that says another format than the member's name.
struct Extension: RecordKind {
  static let name = "extension"
  static let placeholders = ["found", "expected"]
  static let readsTextOnly = false

  /// The extensions by the name of the member.
  private let extensions: [(member: [String], allowed: [String])]

  init(_ options: inout OptionReader) throws(RuleFileError) {
    var extensions: [(member: [String], allowed: [String])] = []
    if let node = options.node("of") {
      for entry in node.entries ?? [] {
        var allowed: [String] = []
        for element in entry.value.elements {
          allowed.append(try options.text(of: element, key: entry.key))
        }
        if let names = options.way(to: entry.key) { extensions.append((names, allowed)) }
      }
    }
    self.extensions = extensions
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard let object = subject.value else { return }
    for (member, allowed) in extensions {
      guard let value = object.member(at: member), value.kind == .string else { continue }
      let address = context.subject(of: value)
      guard case .success(let reading) = address.url, reading.url.isWeb else { continue }
      let path = address.utf8[reading.parts.path]
      // Of the last segment that is not empty.
      let end = (path.lastIndex { $0 != UInt8(ascii: "/") } ?? path.startIndex - 1) + 1
      guard
        let dot = path[..<end].lastIndex(where: {
          $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
        }),
        path[dot] == UInt8(ascii: ".")
      else { continue }
      let found = String(decoding: path[(dot + 1)..<end].prefix(16), as: UTF8.self).lowercased()
      // Only what says another format is wrong: `.php` and the `.5` of `v2.5` say none.
      guard !allowed.contains(found), extensions.contains(where: { $0.allowed.contains(found) })
      else { continue }
      report(
        Fault(
          site: .value(value),
          values: [
            ("found", ".\(found)"),
            ("expected", allowed.map { "." + $0 }.joined(separator: " or ")),
          ]))
    }
  }
}
