internal import Patterns
internal import Standards

/// Leads addresses elsewhere: a regular expression and what takes its place in an address, in which
/// `$1` to `$9` are the expression's groups and `$$` is a dollar.
///
/// ```
/// ^https://news\.example/ http://127.0.0.1:8080/
/// ```
package struct Remap: Sendable {
  /// As written.
  package let text: String
  private let pattern: Pattern
  private let replacement: [UInt8]
  private let longestSubject: Int

  /// Reads an expression and a replacement with white space between them.
  ///
  /// - Throws: ``PatternFault``
  package init(_ text: String, budget: PatternBudget = .ofCommandLine) throws(PatternFault) {
    let parts = text.utf8.split { $0 == 0x20 || $0 == 0x09 }
    guard parts.count == 2, let source = parts.first, let target = parts.last else {
      throw PatternFault.noPattern
    }
    self.text = text
    pattern = try budget.pattern(String(Substring(source)))
    replacement = Array(target)
    longestSubject = budget.longestSubject
  }

  /// The address that is asked in the given one's place; nil where the expression does not match,
  /// or what comes out is no address of the web.
  package func address(for url: String) -> String? {
    let subject = Array(url.utf8)
    guard subject.count <= longestSubject, let groups = pattern.firstGroups(in: subject) else {
      return nil
    }
    let whole = groups[0]
    var result = Array(subject[..<whole.lowerBound])
    var rest = replacement[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$"), let next = rest.first else {
        result.append(byte)
        continue
      }
      if next == UInt8(ascii: "$") {
        result.append(next)
        rest.removeFirst()
      } else if (0x31...0x39).contains(next) {
        result += subject[groups[Int(next - 0x30)]]
        rest.removeFirst()
      } else {
        result.append(byte)
      }
    }
    result += subject[whole.upperBound...]
    guard let remapped = try? WebURL(String(decoding: result, as: UTF8.self)), remapped.isWeb else {
      return nil
    }
    return remapped.serializedWithoutFragment
  }
}

extension [Remap] {
  /// By the first that matches.
  package func address(for url: String) -> String? {
    lazy.compactMap { $0.address(for: url) }.first
  }
}
