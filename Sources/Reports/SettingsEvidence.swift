import Model

/// What settings had a part in an outcome, for readers: nothing that they did is silent.
enum SettingsEvidence {
  /// A label and a text each, harmless to print.
  static func lines(of outcome: Outcome) -> [(label: String, text: String)] {
    var lines: [(label: String, text: String)] = []
    if let address = outcome.askedAs { lines.append(("asked as", shown(address))) }
    return lines + Self.lines(of: outcome.exchange?.settings)
  }

  /// Those of one request.
  static func lines(of settings: Exchange.Settings?) -> [(label: String, text: String)] {
    guard let settings else { return [] }
    var lines: [(label: String, text: String)] = []
    if settings.isUnverified {
      lines.append(("insecure", "the certificate was not verified, as --insecure asks"))
    }
    if let proxy = settings.proxy {
      lines.append(("proxy", "\(shown(proxy)), which picks the address"))
    }
    var sent = settings.fields
    if settings.hasCertificate { sent.append("a client certificate") }
    if !sent.isEmpty {
      lines.append(("sent", TerminalText.escaped(sent.joined(separator: ", "), limit: 200)))
    }
    return lines
  }

  /// The same as members of the outcome's line of JSON.
  static func write(_ outcome: Outcome?, to json: inout JSONWriter) {
    guard let outcome else { return }
    if let address = outcome.askedAs { json.member("askedAs", Redaction.url(address)) }
    if outcome.isAccepted { json.member("isAccepted", true) }
  }

  /// The same as members of the exchange's object.
  static func write(_ settings: Exchange.Settings?, to json: inout JSONWriter) {
    guard let settings else { return }
    if settings.isUnverified { json.member("isUnverified", true) }
    if let proxy = settings.proxy { json.member("proxy", Redaction.url(proxy)) }
    if !settings.fields.isEmpty { json.member("sent", settings.fields) { $0.string($1) } }
    if settings.hasCertificate { json.member("hasCertificate", true) }
  }

  private static func shown(_ url: String) -> String {
    TerminalText.escaped(Redaction.url(url), limit: 500)
  }
}
