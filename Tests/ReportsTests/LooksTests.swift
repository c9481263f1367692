import Testing

@testable import Reports

@Suite struct LooksTests {
  /// The text with something before and behind it, so that it stands everywhere in a block.
  private func surroundings(of text: String) -> [String] {
    (0..<35).flatMap { before in
      [0, 1, 20].map {
        String(repeating: "a", count: before) + text + String(repeating: "a", count: $0)
      }
    }
  }

  @Test(arguments: [
    ("::", false), ("##", false), (":a:", true), ("#a#", true), (":", true), ("#", true),
    ("\u{1F}", false), ("\u{7F}", false), ("\u{E9}", false), (" ~", true), ("", true),
  ]) func `a plain text is known wherever the byte stands`(text: String, isPlain: Bool) {
    for text in surroundings(of: text) { #expect(TerminalText.isPlain(text) == isPlain) }
  }

  @Test(arguments: [
    "u:p@h", "?key=1", "ghp_abcdefghijkl", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_1", "eyJ",
  ]) func `what a secret has is seen wherever it stands`(text: String) {
    for text in surroundings(of: text) { #expect(!text.looks(\.holdsNoSecret)) }
  }

  @Test(arguments: ["", "https://a.example/b_c/d-e?f#g", "eyj", "yj", "gh_", "J", "_"])
  func `other texts hold none`(text: String) {
    for text in surroundings(of: text) {
      #expect(text.looks(\.holdsNoSecret))
      #expect(SecretFinder(in: text, isURL: true).secrets.isEmpty)
    }
  }
}
