import IDN

/// Looks for labels of a host name that pose as others by letters of another script.
///
/// A label may hold one script, or the mixtures that people write: Latin with Han and Hiragana and
/// Katakana, with Han and Bopomofo, with Han and Hangul. UTS 39, section 5.2, "Highly Restrictive".
package enum HostScripts {
  /// A label that may deceive.
  package struct Suspicion: Hashable, Sendable {
    /// As it is shown to readers.
    package let label: String
    /// As it is asked for: `xn--…`.
    package let asciiLabel: String
    package let kind: Kind

    /// How it may deceive.
    package enum Kind: Hashable, Sendable {
      /// Letters of scripts that nobody mixes, sorted by code.
      case mixed([Script])
      /// All of it is Cyrillic or Greek and looks like this Latin word, before an ASCII top-level domain.
      case lookalike(String)
    }
  }

  /// The suspicious labels of a host, given in Unicode or in A-labels.
  package static func suspicions(in host: String) -> [Suspicion] {
    guard let ascii = try? InternationalName.asciiForm(of: Array(host.utf8)) else { return [] }
    let unicode = InternationalName.unicodeForm(of: ascii)
    let asciiLabels = labels(ascii)
    let shownLabels = labels(unicode)
    let isLatinDomain = asciiLabels.last { !$0.isEmpty }.map { !$0.hasPrefix("xn--") } ?? false
    return zip(shownLabels, asciiLabels).compactMap { shown, ascii in
      guard ascii.hasPrefix("xn--"), let kind = kind(of: shown, isLatinDomain: isLatinDomain) else {
        return nil
      }
      return Suspicion(label: shown, asciiLabel: ascii, kind: kind)
    }
  }

  private static func kind(of label: String, isLatinDomain: Bool) -> Suspicion.Kind? {
    let scripts = Set(ScriptCensus(label).counts.keys)
    if scripts.count > 1, !mixtures.contains(where: scripts.isSubset) {
      return .mixed(scripts.sorted { $0.code < $1.code })
    }
    guard isLatinDomain, scripts == [.cyrillic] || scripts == [.greek] else { return nil }
    var latin = String.UnicodeScalarView()
    for scalar in label.unicodeScalars {
      guard let similar = scalar.isASCII ? scalar : lookalikes[scalar] else { return nil }
      latin.append(similar)
    }
    return .lookalike(String(latin))
  }

  private static func labels(_ host: [UInt8]) -> [String] {
    host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static let mixtures: [Set<Script>] = [
    [.latin, .han, .hiragana, .katakana],
    [.latin, .han, .bopomofo],
    [.latin, .han, .hangul],
  ]

  /// Small letters that most fonts draw like Latin ones. UTS 39, confusables.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "ӏ": "l", "о": "o",
    "р": "p", "ԛ": "q", "ѕ": "s", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "ү": "y",
    "α": "a", "ι": "i", "ν": "v", "ο": "o", "ρ": "p", "υ": "u", "ϲ": "c", "ϳ": "j",
  ]
}
