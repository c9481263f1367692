/// A pattern of paths: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, `**` for folders of any depth, `\` before
/// a character that means itself. Names that start with a dot are matched by a dot only.
package struct Glob: Sendable {
  /// The folder that all matches lie in.
  package let base: String
  private let alternatives: [[Component]]
  /// How many components of each alternative are `base`.
  private let baseLength: Int

  /// A place in an alternative: the component that the next name must fit.
  package struct State: Hashable, Sendable {
    fileprivate let alternative: Int
    fileprivate let component: Int
  }

  private enum Component: Sendable {
    case anyFolders
    case name(NamePattern)
  }

  /// Whether a text is more than a path.
  package static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { Array("*?[{".utf8).contains($0) }
  }

  /// - Throws: ``GlobFault``
  package init(_ pattern: String) throws(GlobFault) {
    let parts = Self.parts(Array(pattern.unicodeScalars))
    let literal = parts.prefix { part in !part.contains { "*?[]{},\\".unicodeScalars.contains($0) }
    }
    let isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
    base =
      (isAbsolute ? "/" : "")
      + literal.map { String(String.UnicodeScalarView($0)) }.joined(separator: "/")
      + (literal.isEmpty && !isAbsolute ? "." : "")
    baseLength = literal.count
    var alternatives: [[Component]] = []
    for expanded in try BraceExpansion.expansions(of: Array(pattern.unicodeScalars)) {
      var components: [Component] = []
      for part in Self.parts(expanded) {
        let isAnyFolders = part.elementsEqual("**".unicodeScalars)
        components.append(isAnyFolders ? .anyFolders : .name(try NamePattern(part)))
      }
      alternatives.append(components)
    }
    self.alternatives = alternatives
  }

  /// The states in the base folder.
  package var start: Set<State> {
    closed(alternatives.indices.map { State(alternative: $0, component: baseLength) })
  }

  /// Whether a path of names, from where the pattern starts, is a match.
  package func matches(_ names: some Sequence<[UInt8]>) -> Bool {
    var states = closed(alternatives.indices.map { State(alternative: $0, component: 0) })
    for name in names where !states.isEmpty { states = self.states(after: name, from: states) }
    return isMatch(states)
  }

  /// The states after a name; empty when nothing below can match.
  package func states(after name: [UInt8], from states: Set<State>) -> Set<State> {
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
  package func isMatch(_ states: Set<State>) -> Bool {
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
package struct GlobFault: Error, Hashable {
  package let reason: String
}
