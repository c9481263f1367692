import Digests
import Model

/// Gives findings their fingerprints: what stays the same when a record is moved or reformatted.
///
/// SHA-256 over rule, record key, field path and normalised evidence, with an ordinal for equals;
/// never line, column, message or an absolute path.
struct Fingerprints {
  private var ordinals: [String: Int] = [:]

  /// Assigns the fingerprints of one record's findings, which are in order.
  mutating func assign(to findings: inout [Finding]) {
    for index in findings.indices {
      let finding = findings[index]
      var bytes = Array(finding.rule.description.utf8)
      bytes.append(0)
      bytes.append(contentsOf: finding.record.description.utf8)
      bytes.append(0)
      bytes.append(contentsOf: finding.field.utf8)
      bytes.append(0)
      bytes.append(contentsOf: Self.normalised(finding.evidence.utf8))
      let digest = SHA256.hexadecimal(of: bytes)
      let ordinal = ordinals[digest, default: 0]
      ordinals[digest] = ordinal + 1
      if ordinal == 0 {
        findings[index].fingerprint = digest
      } else {
        bytes.append(0)
        bytes.append(contentsOf: String(ordinal).utf8)
        findings[index].fingerprint = SHA256.hexadecimal(of: bytes)
      }
    }
  }

  /// White space at the ends dropped, inside folded to one blank.
  private static func normalised(_ text: String.UTF8View) -> [UInt8] {
    var folded: [UInt8] = []
    for byte in text {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace {
        folded.append(byte)
      } else if !folded.isEmpty, folded.last != 0x20 {
        folded.append(0x20)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }
}
