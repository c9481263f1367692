/// A pattern of paths: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, `**` for folders of any depth, `\` before
/// a character that means itself. Names that start with a dot are matched by a dot only.
struct Glob {
  /// The folder that all matches lie in.
  let base: SourcePath
  private let alternatives: [[Component]]

  /// A place in an alternative: the component that the next name must fit.
  struct State: Hashable {
    fileprivate let alternative: Int
    fileprivate let component: Int
  }

  private enum Component {
    case anyFolders
    case name(NamePattern)
  }

  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { Array("*?[{".utf8).contains($0) }
  }

  /// - Throws: `GlobFault`
  init(_ pattern: String) throws(GlobFault) {
    let parts = Self.parts(Array(pattern.unicodeScalars))
    let literal = parts.prefix { part in !part.contains { "*?[]{},\\".unicodeScalars.contains($0) }
    }
    let isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
    base = SourcePath(
      (isAbsolute ? "/" : "")
        + literal.map { String(String.UnicodeScalarView($0)) }.joined(separator: "/")
        + (literal.isEmpty && !isAbsolute ? "." : ""))
    var alternatives: [[Component]] = []
    for expanded in try BraceExpansion.expansions(of: Array(pattern.unicodeScalars)) {
      var components: [Component] = []
      for part in Self.parts(expanded).dropFirst(literal.count) {
        let isAnyFolders = part.elementsEqual("**".unicodeScalars)
        components.append(isAnyFolders ? .anyFolders : .name(try NamePattern(part)))
      }
      alternatives.append(components)
    }
    self.alternatives = alternatives
  }

  /// The states in the base folder.
  var start: Set<State> {
    closed(alternatives.indices.map { State(alternative: $0, component: 0) })
  }

  /// The states after a name; empty when nothing below can match.
  func states(after name: [UInt8], from states: Set<State>) -> Set<State> {
    let scalars = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
    var next: [State] = []
    for state in states where state.component < alternatives[state.alternative].count {
      switch alternatives[state.alternative][state.component] {
      case .anyFolders:
        if scalars.first != "." { next.append(state) }
      case .name(let pattern):
        if pattern.matches(scalars) {
          next.append(State(alternative: state.alternative, component: state.component + 1))
        }
      }
    }
    return closed(next)
  }

  /// Whether a path that led to these states is a match.
  func isMatch(_ states: Set<State>) -> Bool {
    states.contains { $0.component == alternatives[$0.alternative].count }
  }

  /// Adds the states that are reached without a name: `**` matches no folder too.
  private func closed(_ states: [State]) -> Set<State> {
    var closed = Set(states)
    var open = states
    while let state = open.popLast() {
      let components = alternatives[state.alternative]
      guard state.component < components.count,
        case .anyFolders = components[state.component]
      else { continue }
      let next = State(alternative: state.alternative, component: state.component + 1)
      if closed.insert(next).inserted { open.append(next) }
    }
    return closed
  }

  private static func parts(_ pattern: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    pattern.split(separator: "/").map(Array.init).filter { !$0.elementsEqual(".".unicodeScalars) }
  }
}

/// Why a pattern cannot be read, as a phrase.
struct GlobFault: Error {
  let reason: String
}
