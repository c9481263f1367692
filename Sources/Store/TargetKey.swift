internal import Digests
package import Model

/// What an outcome is remembered by: the whole address, which may hold secrets, as its digest.
package struct TargetKey: Hashable, Comparable, Sendable {
  private let digest: SHA256.Digest

  /// The SHA-256 of the target's normal form.
  package init(_ target: Target) {
    digest = SHA256.digest(of: Array(target.identity.utf8))
  }

  /// None for a text that is no key.
  package init?(digits: String) {
    guard let digest = SHA256.Digest(hexadecimal: digits) else { return nil }
    self.digest = digest
  }

  /// 64 lower-case hexadecimal digits.
  package var digits: String { digest.hexadecimal }

  /// From 0 to 255, as good as by chance.
  var jitter: Int { Int(digest.firstByte) }

  package static func < (left: TargetKey, right: TargetKey) -> Bool { left.digest < right.digest }
}

/// The settings that outcomes depend on, as a digest: what was learnt under others is not believed.
package struct ProbePolicy: Hashable, Sendable {
  /// 32 lower-case hexadecimal digits.
  package let digits: String

  /// The policy of settings that are written as text.
  package init(of settings: String) {
    digits = String(SHA256.hexadecimal(of: Array(settings.utf8)).prefix(32))
  }

  /// None for a text that is no policy.
  package init?(digits: String) {
    guard digits.utf8.count == 32,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.digits = digits
  }
}
