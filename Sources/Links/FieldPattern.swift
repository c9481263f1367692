import Model

/// A path in which `*` stands for every name and index, taken apart once for many records.
struct FieldPattern: Sendable {
  let path: FieldPath
  private let steps: [Step]
  private let hasStar: Bool

  init(_ path: FieldPath) {
    self.path = path
    let tokens = path.tokens
    let star = [UInt8(ascii: "*")]
    steps = tokens.map { $0 == star ? .every : .name(String(decoding: $0, as: UTF8.self)) }
    hasStar = tokens.contains(star)
  }

  /// The strings that the pattern matches below a value, in source order, with their paths.
  func strings(in root: Value) -> [(path: FieldPath, text: JSONText)] {
    var found: [(path: FieldPath, text: JSONText)] = []
    collect(steps[...], below: root, at: .root, into: &found)
    return found
  }

  private func collect(
    _ steps: ArraySlice<Step>, below value: Value, at path: FieldPath,
    into found: inout [(path: FieldPath, text: JSONText)]
  ) {
    guard let step = steps.first else {
      if value.kind == .string, let text = value.text { found.append((path, text)) }
      return
    }
    let rest = steps.dropFirst()
    switch (step, value.kind) {
    case (.every, .object):
      for member in value.members {
        collect(rest, below: member.value, at: path.appending(member.key.utf8 ?? []), into: &found)
      }
    case (.every, .array):
      for (position, element) in value.elements.enumerated() {
        collect(rest, below: element, at: path.appending(position), into: &found)
      }
    case (.name(let name), .object):
      guard let member = value.member(name) else { return }
      // The whole path is known beforehand where it holds no `*`.
      let isWhole = rest.isEmpty && !hasStar
      collect(
        rest, below: member, at: isWhole ? self.path : path.appending(name.utf8), into: &found)
    case (.name(let name), .array):
      for (position, element) in value.elements.enumerated() where String(position) == name {
        collect(rest, below: element, at: path.appending(position), into: &found)
      }
    case (_, .string), (_, .number), (_, .true), (_, .false), (_, .null), (_, .key): break
    }
  }

  private enum Step {
    case every
    case name(String)
  }
}
