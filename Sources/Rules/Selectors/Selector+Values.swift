package import Model

extension Selector {
  /// The values that the query picks, in the order of RFC 9535; a value may occur twice.
  package func values(in root: Value) -> [Value] {
    var values: [Value] = []
    visit(root, segment: 0) { values.append($0) }
    return values
  }

  /// Calls `body` for each picked value; allocates nothing for chains of names and wildcards.
  func visit(_ value: Value, segment position: Int = 0, _ body: (Value) -> Void) {
    guard position < segments.count else { return body(value) }
    let segment = segments[position]
    switch segment.reach {
    case .children:
      visitPicks(of: value, position, body)
    case .descendants:
      visitDescendants(of: value, position, body)
    }
  }

  private func visitDescendants(of value: Value, _ position: Int, _ body: (Value) -> Void) {
    visitPicks(of: value, position, body)
    switch value.kind {
    case .object:
      for member in value.members where Self.isContainer(member.value) {
        visitDescendants(of: member.value, position, body)
      }
    case .array:
      for element in value.elements where Self.isContainer(element) {
        visitDescendants(of: element, position, body)
      }
    case .string, .number, .true, .false, .null, .key: break
    }
  }

  private static func isContainer(_ value: Value) -> Bool {
    value.kind == .object || value.kind == .array
  }

  private func visitPicks(of value: Value, _ position: Int, _ body: (Value) -> Void) {
    for pick in segments[position].picks {
      switch pick {
      case .name(let name):
        if let member = value.member(name) { visit(member, segment: position + 1, body) }
      case .wildcard:
        for member in value.members { visit(member.value, segment: position + 1, body) }
        for element in value.elements { visit(element, segment: position + 1, body) }
      case .index(let index):
        guard value.kind == .array else { continue }
        let place = index < 0 ? value.count + index : index
        guard place >= 0, let element = value.elements.dropFirst(place).first(where: { _ in true })
        else { continue }
        visit(element, segment: position + 1, body)
      case .slice(let start, let end, let step):
        guard value.kind == .array, step != 0 else { continue }
        let elements = Array(value.elements)
        for index in Self.indices(start: start, end: end, step: step, count: elements.count) {
          visit(elements[index], segment: position + 1, body)
        }
      }
    }
  }

  /// The indices of a slice. RFC 9535, section 2.3.4.2.
  static func indices(start: Int?, end: Int?, step: Int, count: Int) -> StrideTo<Int> {
    func normal(_ index: Int) -> Int { index < 0 ? count + index : index }
    if step > 0 {
      let lower = min(max(normal(start ?? 0), 0), count)
      let upper = min(max(normal(end ?? count), 0), count)
      return stride(from: lower, to: max(lower, upper), by: step)
    }
    let upper = min(max(normal(start ?? count - 1), -1), count - 1)
    let lower = min(max(end.map(normal) ?? -1, -1), count - 1)
    return stride(from: upper, to: min(upper, lower), by: step)
  }
}
