/// A pattern of one name, without slashes.
struct NamePattern: Sendable {
  private var tokens: [Token] = []

  private enum Token: Sendable {
    case scalar(Unicode.Scalar)
    case anyScalar
    case anyRun
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  init(_ pattern: [Unicode.Scalar]) throws(GlobFault) {
    var rest = pattern[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": tokens.append(.anyRun)
      case "?": tokens.append(.anyScalar)
      case "[": tokens.append(try Self.set(&rest))
      case "\\": tokens.append(.scalar(rest.popFirst() ?? scalar))
      default: tokens.append(.scalar(scalar))
      }
    }
  }

  /// Whether the whole name fits. Quadratic at worst: only the last run is ever made longer.
  func matches(_ name: [Unicode.Scalar]) -> Bool {
    if name.first == ".", !startsWithDot { return false }
    var token = 0
    var position = 0
    var retry: (token: Int, position: Int)?
    while position < name.count {
      if token < tokens.count, case .anyRun = tokens[token] {
        retry = (token + 1, position)
        token += 1
      } else if token < tokens.count, fits(name[position], tokens[token]) {
        token += 1
        position += 1
      } else if let (retryToken, retryPosition) = retry {
        retry = (retryToken, retryPosition + 1)
        token = retryToken
        position = retryPosition + 1
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { if case .anyRun = $0 { true } else { false } }
  }

  private var startsWithDot: Bool {
    if case .scalar(".") = tokens.first { true } else { false }
  }

  private func fits(_ scalar: Unicode.Scalar, _ token: Token) -> Bool {
    switch token {
    case .scalar(let expected): scalar == expected
    case .anyScalar: true
    case .anyRun: false
    case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }

  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) throws(GlobFault) -> Token {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while let scalar = rest.popFirst() {
      if scalar == "]", !isFirst { return .oneOf(ranges, isNegated: isNegated) }
      isFirst = false
      let lower = scalar == "\\" ? rest.popFirst() ?? scalar : scalar
      guard rest.first == "-", let upper = rest.dropFirst().first, upper != "]" else {
        ranges.append(lower...lower)
        continue
      }
      rest.removeFirst(2)
      guard lower <= upper else {
        throw GlobFault(reason: "the range '\(lower)-\(upper)' runs backwards")
      }
      ranges.append(lower...upper)
    }
    throw GlobFault(reason: "'[' is not closed")
  }
}

/// Writes out the braces of a pattern: `a{b,c}` is `ab` or `ac`.
enum BraceExpansion {
  /// Braces multiply, so their number is bounded.
  private static let limit = 1_000

  static func expansions(of pattern: [Unicode.Scalar]) throws(GlobFault) -> [[Unicode.Scalar]] {
    var finished: [[Unicode.Scalar]] = []
    var open = [pattern]
    while let pattern = open.popLast() {
      guard let braces = try firstBraces(of: pattern) else {
        finished.append(pattern)
        continue
      }
      for choice in braces.choices.reversed() {
        open.append(Array(pattern[..<braces.start]) + choice + pattern[braces.end...])
      }
      guard open.count + finished.count <= limit else {
        throw GlobFault(reason: "its braces make more than \(limit) patterns")
      }
    }
    return finished
  }

  /// The outermost braces that open first, with the patterns between their commas.
  private static func firstBraces(
    of pattern: [Unicode.Scalar]
  ) throws(GlobFault) -> (start: Int, end: Int, choices: [[Unicode.Scalar]])? {
    var start: Int?
    var choices: [[Unicode.Scalar]] = []
    var choice: [Unicode.Scalar] = []
    var depth = 0
    var position = 0
    while position < pattern.count {
      let scalar = pattern[position]
      position += 1
      if depth > 0 { choice.append(scalar) }
      switch scalar {
      case "\\":
        if depth > 0, position < pattern.count { choice.append(pattern[position]) }
        position += 1
      case "{":
        if depth == 0 { start = position - 1 }
        depth += 1
      case "," where depth == 1:
        choices.append(choice.dropLast())
        choice = []
      case "}" where depth > 0:
        depth -= 1
        if depth == 0, let start {
          return (start, position, choices + [choice.dropLast()])
        }
      default: break
      }
    }
    guard depth == 0 else { throw GlobFault(reason: "'{' is not closed") }
    return nil
  }
}
