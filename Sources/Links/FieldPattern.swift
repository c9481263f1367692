import Model

/// A path in which `*` stands for every name and index, taken apart once for many records.
struct FieldPattern: Sendable {
  let path: FieldPath
  private let steps: [Step]

  init(_ path: FieldPath) {
    self.path = path
    steps = path.tokens.map {
      $0 == [UInt8(ascii: "*")] ? .every : .name(String(decoding: $0, as: UTF8.self))
    }
  }

  /// The strings that the pattern matches below a value, in source order, with their paths.
  func strings(in root: Value) -> [(path: FieldPath, text: JSONText)] {
    var values: [(path: FieldPath, value: Value)] = [(.root, root)]
    for step in steps { values = values.flatMap { step.children(of: $0.value, at: $0.path) } }
    return values.compactMap { path, value in
      value.kind == .string ? value.text.map { (path, $0) } : nil
    }
  }

  private enum Step {
    case every
    case name(String)

    func children(of value: Value, at path: FieldPath) -> [(path: FieldPath, value: Value)] {
      switch (self, value.kind) {
      case (.every, .object):
        value.members.map { (path.appending($0.key.utf8 ?? []), $0.value) }
      case (.every, .array):
        value.elements.enumerated().map { (path.appending($0.offset), $0.element) }
      case (.name(let name), .object):
        value.member(name).map { [(path.appending(name.utf8), $0)] } ?? []
      case (.name(let name), .array):
        value.elements.enumerated().filter { String($0.offset) == name }
          .map { (path.appending($0.offset), $0.element) }
      case (_, .string), (_, .number), (_, .true), (_, .false), (_, .null), (_, .key): []
      }
    }
  }
}
