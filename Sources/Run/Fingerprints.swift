import Digests
import Model
import Rules

/// Gives findings their fingerprints: what stays the same when a record is moved or reformatted.
///
/// SHA-256 over rule, the record's identity, the field's path without indices and normalised
/// evidence, with an ordinal for equals; never line, column, message or an absolute path.
struct Fingerprints {
  /// How many of each were seen in records that share their identity with others.
  private var shared: [SHA256.Digest: UInt32] = [:]

  /// Assigns the fingerprints of one record's findings, which are in order.
  ///
  /// - Parameters:
  ///   - identity: what the record is called wherever it stands.
  ///   - isShared: whether another record may be called the same; else its findings can be
  ///     forgotten.
  /// - Returns: for each finding, the fingerprint of the first of its equals.
  mutating func assign(
    to findings: inout [Finding], of identity: String, isShared: Bool = true
  ) -> [String] {
    var ordinals: [SHA256.Digest: UInt32] = [:]
    if isShared { swap(&ordinals, &shared) }
    defer { if isShared { swap(&ordinals, &shared) } }
    return findings.indices.map { index in
      let finding = findings[index]
      var bytes = Array(finding.rule.description.utf8)
      bytes.append(0)
      bytes.append(contentsOf: identity.utf8)
      bytes.append(0)
      // Elements move when others come and go.
      bytes.append(contentsOf: finding.field.shape.utf8)
      bytes.append(0)
      bytes.append(contentsOf: Self.normalised(finding.evidence.utf8))
      let digest = SHA256.digest(of: bytes)
      let first = digest.hexadecimal
      let ordinal = ordinals[digest, default: 0]
      ordinals[digest] = ordinal + 1
      if ordinal == 0 {
        findings[index].fingerprint = first
      } else {
        bytes.append(0)
        bytes.append(contentsOf: String(ordinal).utf8)
        findings[index].fingerprint = SHA256.hexadecimal(of: bytes)
      }
      return first
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

/// What a record is called in fingerprints: never its place in the corpus.
struct RecordIdentity: Sendable {
  /// The fields that name a record, the best first, with the names on the way to them.
  private let fields: [(name: String, way: [String])]

  init(_ fields: FieldNames = FieldNames()) {
    self.fields = ["slug", "url", "canonical_source", "title"].map { ($0, fields.names(of: $0)) }
  }

  /// Of a record without any of them: the file's last name where it is alone there.
  func identity(of record: Record) -> String {
    for (name, way) in fields {
      guard let text = record.root.member(at: way)?.utf8, !text.isEmpty else { continue }
      if name.utf8.elementsEqual("slug".utf8) { return record.key.description }
      return "\(name)=\(String(decoding: text, as: UTF8.self))"
    }
    return record.isAlone ? Self.identity(ofFile: record.file) : ""
  }

  /// Of what cannot be read.
  static func identity(ofFile file: String) -> String {
    let bytes = Array(file.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return "file=\(String(decoding: bytes[start...], as: UTF8.self))"
  }
}
