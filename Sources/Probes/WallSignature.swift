internal import Curl

/// How the answers of one vendor's bot wall look. Data: a new vendor is a new line.
struct WallSignature {
  let vendor: String
  let statuses: Set<Int>
  /// The field that gives it away.
  let field: String
  /// What the field's value holds, in lower case; empty for any value.
  let marker: String

  /// The signatures, by vendor.
  static let all: [WallSignature] = [
    WallSignature("Akamai", [403], "server", "akamaighost"),
    WallSignature("AWS WAF", [202, 403, 405], "x-amzn-waf-action", ""),
    WallSignature("Cloudflare", [403, 429, 503], "cf-mitigated", "challenge"),
    WallSignature("DataDome", [403, 429], "x-datadome", ""),
    WallSignature("DataDome", [403, 429], "x-dd-b", ""),
    WallSignature("DataDome", [403, 429], "set-cookie", "datadome="),
    WallSignature("HUMAN", [403, 429], "x-px-block", ""),
    WallSignature("Imperva", [403, 503], "x-iinfo", ""),
    WallSignature("Imperva", [403, 503], "set-cookie", "visid_incap"),
    WallSignature("Sucuri", [403], "x-sucuri-block", ""),
  ]

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

  private init(_ vendor: String, _ statuses: Set<Int>, _ field: String, _ marker: String) {
    self.vendor = vendor
    self.statuses = statuses
    self.field = field
    self.marker = marker
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
