internal import Curl

/// How the answers of one vendor's bot wall look.
struct WallSignature {
  let vendor: String
  let statuses: Set<Int>
  /// The field that gives it away.
  let field: String
  /// What the field's value holds, in lower case; empty for any value.
  let marker: String

  /// The signatures, by vendor: the lines of `signatures/bot-walls.tsv`.
  static let all: [WallSignature] = {
    let file = EmbeddedSignatures.files.first { $0.path == "bot-walls.tsv" }
    let lines = file?.text.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      guard let signature = WallSignature(line) else {
        preconditionFailure("no signature of a bot wall: \(line)")
      }
      return signature
    }
  }()

  /// LinkedIn's answer to programs, which no standard knows.
  static let linkedInStatus = 999

  /// The fields that signatures look at.
  static var fields: [String] { Array(Set(all.map(\.field))).sorted() }

  /// The vendor whose wall gave this answer.
  static func vendor(status: Int, fields: [HeaderField]) -> String? {
    if status == linkedInStatus { return "LinkedIn" }
    // Almost every answer ends here.
    guard status >= 400 || status == 202 else { return nil }
    return all.first { $0.matches(status: status, fields: fields) }?.vendor
  }

  /// Reads a line of the file; nil for what is none.
  init?(_ line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 4 else { return nil }
    statuses = Set(columns[1].split(separator: ",").compactMap { Int($0) })
    vendor = String(columns[0])
    field = String(columns[2])
    marker = columns[3] == "-" ? "" : String(columns[3])
    guard !vendor.isEmpty, !statuses.isEmpty, !field.isEmpty else { return nil }
  }

  private func matches(status: Int, fields: [HeaderField]) -> Bool {
    guard statuses.contains(status) else { return false }
    return fields.contains { candidate in
      candidate.name == field
        && (marker.isEmpty || candidate.text.lowercased().utf8.contains(marker.utf8))
    }
  }
}

extension Sequence<UInt8> {
  /// Whether the bytes occur in a row.
  func contains(_ other: String.UTF8View) -> Bool {
    let (text, part) = (Array(self), Array(other))
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
