import Model

/// A JSONPath query that picks values of a record: names, wildcards, indices, slices, unions,
/// descendants. RFC 9535, without filters.
package struct Selector: Hashable, Sendable, CustomStringConvertible {
  /// The query as written.
  package let description: String
  let segments: [Segment]
  /// The names on the way when the query is a chain of names, `$.alternates.html`; else none.
  let names: [String]?
  /// The path of the value that a chain of names picks.
  let path: FieldPath?

  /// Reads a query.
  ///
  /// - Throws: ``SelectorError`` for anything outside the grammar, filters included.
  package init(_ text: String) throws(SelectorError) {
    var parser = SelectorParser(text)
    segments = try parser.query()
    description = text
    names = Self.names(in: segments)
    path = names.map { $0.reduce(FieldPath.root) { $0.appending($1.utf8) } }
  }

  /// A query of names that goes on with segments of another one.
  init(_ names: [String], then rest: some Sequence<Segment>) {
    self.init(names.map { Segment(reach: .children, picks: [.name($0)]) } + rest)
  }

  /// The query that picks what a path does in which `*` stands for every name and index.
  init(_ path: FieldPath) {
    self.init(
      path.tokens.map { token in
        let name = String(decoding: token, as: UTF8.self)
        return Segment(reach: .children, picks: [name == "*" ? .wildcard : .name(name)])
      })
  }

  private init(_ segments: [Segment]) {
    self.segments = segments
    description = "$" + segments.map(\.description).joined()
    names = Self.names(in: segments)
    path = names.map { $0.reduce(FieldPath.root) { $0.appending($1.utf8) } }
  }

  /// Whether it looks at values of any depth.
  var isDeep: Bool { segments.contains { $0.reach == .descendants } }

  /// Whether it may pick one value twice.
  var mayRepeat: Bool {
    segments.contains { $0.picks.count > 1 }
      || segments.count { $0.reach == .descendants } > 1
  }

  /// One step of a query: its picks are applied to each value, or to each value and all below it.
  struct Segment: Hashable, Sendable {
    let reach: Reach
    let picks: [Pick]
  }

  enum Reach: Hashable, Sendable {
    case children, descendants
  }

  enum Pick: Hashable, Sendable {
    case name(String)
    case wildcard
    case index(Int)
    case slice(start: Int?, end: Int?, step: Int)
  }

  private static func names(in segments: [Segment]) -> [String]? {
    var names: [String] = []
    for segment in segments {
      guard segment.reach == .children, segment.picks.count == 1,
        case .name(let name) = segment.picks[0]
      else { return nil }
      names.append(name)
    }
    return names
  }

  package static func == (left: Selector, right: Selector) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }
}
