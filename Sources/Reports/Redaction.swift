import Model

/// Hides what looks like a secret in everything that is shown: `***` in its place.
///
/// Hidden are user names and passwords in addresses, values of parameters whose names speak of
/// secrets, and texts of the shape of well-known tokens.
package enum Redaction {
  /// What stands in a secret's place.
  package static let mask = "***"

  /// An address, whole, without its secrets.
  package static func url(_ text: String) -> String {
    guard !isShown(text) else { return text }
    return hiding(SecretFinder(in: text, isURL: true).secrets, in: text)
  }

  /// A fragment without its `#`, without its secrets.
  static func fragment(_ text: String) -> String {
    guard !isShown(text) else { return text }
    return String(url("#\(text)").unicodeScalars.dropFirst())
  }

  /// Prose or source in which addresses may stand; `evidence` is an address that is known to be
  /// among them, so that its secrets are found even where prose would end it early.
  package static func text(_ text: String, evidence: String = "") -> String {
    // Of an evidence without secrets nothing can be found in the text.
    guard !isShown(text) || !evidence.looks(\.holdsNoSecret) else { return text }
    return hiding(
      secrets(in: SecretFinder(in: text, isURL: false), evidence: evidence), in: text)
  }

  /// An excerpt without its secrets; the mark stays on what it marked.
  static func excerpt(_ excerpt: Excerpt, evidence: String = "") -> ShownExcerpt {
    var finder = SecretFinder(in: excerpt.text, isURL: false)
    finder.isCutBefore = excerpt.isCutBefore
    finder.isCutAfter = excerpt.isCutAfter
    return ShownExcerpt(excerpt, hiding: secrets(in: finder, evidence: evidence))
  }

  private static func secrets(in finder: SecretFinder, evidence: String) -> [Range<Int>] {
    var secrets = finder.secrets
    let known = SecretFinder(in: evidence, isURL: true)
    for secret in known.secrets where secret.count >= 4 {
      secrets.append(contentsOf: finder.occurrences(of: known.bytes[secret]))
    }
    if let end = finder.end(of: known.secrets.map { known.bytes[$0] }) { secrets.append(end) }
    return merged(secrets)
  }

  /// Whether a text is shown as it is: it is not cut, and a look says that it holds no secret.
  private static func isShown(_ text: String) -> Bool {
    text.utf8.count < JSONWriter.stringLimit && text.looks(\.holdsNoSecret)
  }

  /// Sorts ranges and joins those that touch.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// The text without them, cut where it is longer than any report shows.
  private static func hiding(_ secrets: [Range<Int>], in text: String) -> String {
    guard !secrets.isEmpty else { return CutText.cut(text, toBytes: JSONWriter.stringLimit) }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var position = 0
    for secret in secrets {
      shown.append(contentsOf: bytes[position..<secret.lowerBound])
      shown.append(contentsOf: mask.utf8)
      position = secret.upperBound
    }
    shown.append(contentsOf: bytes[position...])
    return CutText.cut(String(decoding: shown, as: UTF8.self), toBytes: JSONWriter.stringLimit)
  }
}
