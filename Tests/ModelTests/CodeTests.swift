import Foundation
import Testing

@testable import Model

/// What a report or a store wrote as a code is read as what it was.
@Suite struct CodeTests {
  /// The cases that an enum declares, as its file says.
  private func cases(declaredIn file: String) throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Sources/Model/\(file).swift"), encoding: .utf8)
    let body = try #require(text.components(separatedBy: "package var code").first)
    let lines = body.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return Set(
      lines.filter { $0.hasPrefix("case ") }.map {
        String($0.dropFirst("case ".count).prefix { $0.isLetter || $0.isNumber })
      })
  }

  /// The name of a value's case.
  private func name(_ value: Any) -> String {
    String("\(value)".prefix { $0.isLetter || $0.isNumber })
  }

  @Test func `the list of causes holds every cause`() throws {
    let declared = try cases(declaredIn: "FailureCause")
    #expect(declared.count > 10)
    #expect(Set(FailureCause.all.map(name)) == declared)
  }

  @Test func `the list of reasons holds every reason`() throws {
    let declared = try cases(declaredIn: "UncheckedReason")
    #expect(declared.count > 10)
    #expect(Set(UncheckedReason.all.map(name)) == declared)
  }

  @Test(arguments: FailureCause.all) func `a cause is known by its code`(cause: FailureCause) {
    #expect(FailureCause(code: cause.code) == cause)
  }

  @Test(arguments: [FailureCause.protocolError("a"), .badRedirect("b"), .other("c")])
  func `a phrase comes back`(cause: FailureCause) {
    let phrase = String("\(cause)".split(separator: "\"")[1])
    #expect(FailureCause(code: cause.code, phrase: phrase) == cause)
  }

  @Test(arguments: UncheckedReason.all) func `a reason is known by its code`(
    reason: UncheckedReason
  ) {
    #expect(UncheckedReason(code: reason.code) == reason)
  }

  @Test func `a code of others is no code`() {
    #expect(FailureCause(code: "") == nil && FailureCause(code: "dns") == nil)
    #expect(UncheckedReason(code: "") == nil && UncheckedReason(code: "port-") == nil)
  }
}
