internal import Patterns

/// A sort of link: a host, `archive.example` or `*.archive.example`, an address with `*` for any
/// text, `https://archive.example/old/*`, or a regular expression between slashes, `/\.pdf$/`.
package struct LinkPattern: Sendable, CustomStringConvertible {
  /// As written.
  package let text: String
  private let form: Form

  package var description: String { text }

  private enum Form: Sendable {
    case host(Wildcards)
    case address(Wildcards)
    case expression(Pattern, longestSubject: Int)
  }

  /// - Parameter budget: what a regular expression may cost.
  /// - Throws: ``PatternFault``
  package init(_ text: String, budget: PatternBudget = .ofCommandLine) throws(PatternFault) {
    self.text = text
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 }) else { throw PatternFault.noPattern }
    if bytes.first == UInt8(ascii: "/") {
      guard bytes.count > 2, bytes.last == UInt8(ascii: "/") else { throw PatternFault.noPattern }
      let source = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
      form = .expression(try budget.pattern(source), longestSubject: budget.longestSubject)
    } else if bytes.contains(UInt8(ascii: "/")) {
      guard text.contains("://") else { throw PatternFault.noPattern }
      form = .address(Wildcards(bytes))
    } else {
      guard !bytes.contains(UInt8(ascii: ":")) else { throw PatternFault.noPattern }
      form = .host(Wildcards(Array(text.lowercased().utf8)))
    }
  }

  /// Whether it is a regular expression.
  package var isExpression: Bool {
    if case .expression = form { true } else { false }
  }

  /// Whether a normalised address is of this sort. One that is longer than the budget is of none.
  package func matches(_ url: String) -> Bool {
    switch form {
    case .host(let wildcards): wildcards.match(Self.host(of: Array(url.utf8)))
    case .address(let wildcards): wildcards.match(url.utf8)
    case .expression(let pattern, let longest):
      url.utf8.count <= longest && pattern.matches(url.utf8)
    }
  }

  private static func host(of url: [UInt8]) -> ArraySlice<UInt8> {
    guard let slash = url.firstIndex(of: UInt8(ascii: "/")) else { return [] }
    let authority = url[slash...].dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    guard authority.first != UInt8(ascii: "[") else { return authority }
    return authority.prefix { $0 != UInt8(ascii: ":") }
  }
}

/// What a regular expression may cost. RE2 matches in linear time whatever the pattern; this bounds
/// the factor and the memory.
package enum PatternBudget: Sendable {
  case ofCommandLine
  /// A pull request can change a file.
  case ofFile

  /// How many expressions there may be of one key.
  package static let countInFile = 32

  fileprivate var longestPattern: Int { self == .ofFile ? 512 : 65_536 }
  var longestSubject: Int { self == .ofFile ? 2_048 : 8_192 }

  func pattern(_ text: String) throws(PatternFault) -> Pattern {
    guard text.utf8.count <= longestPattern else {
      throw PatternFault(reason: "it is longer than \(longestPattern) bytes")
    }
    do throws(PatternError) {
      return try Pattern(text, memory: self == .ofFile ? 1 << 20 : 8 << 20)
    } catch {
      throw PatternFault(reason: error.reason)
    }
  }
}

/// Why a text is no pattern of links.
package struct PatternFault: Error, Hashable, Sendable {
  /// As a phrase; nil for a text that is none of the forms.
  package let reason: String?

  static let noPattern = PatternFault(reason: nil)
}
