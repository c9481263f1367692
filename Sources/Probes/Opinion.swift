internal import Model

/// A verdict with its cause and its sentence: one line of the policy's tables.
struct Opinion: Equatable {
  let verdict: Verdict
  let cause: String
  let sentence: String

  init(_ verdict: Verdict, _ cause: String, _ sentence: String) {
    self.verdict = verdict
    self.cause = cause
    self.sentence = sentence
  }

  /// Of a final answer, its redirects apart.
  static func ofAnswer(_ answer: Answer) -> Opinion {
    if let vendor = answer.botWall {
      return Opinion(
        .doubtful, "bot-wall",
        "A bot wall of \(vendor) answers in the page's place (\(answer.status)). "
          + "Open the link in a browser to see whether the page is there.")
    }
    let line = "The server answers \(answer.status)\(name(answer.status))"
    switch answer.status {
    case 200..<300: return Opinion(.alive, "ok", "\(line).")
    case 404: return Opinion(.dead, "not-found", "\(line), twice. Mend or remove the link.")
    case 410: return Opinion(.dead, "gone", "\(line), twice. Remove the link.")
    case 300..<400:
      return Opinion(.doubtful, "redirect-to-nowhere", "\(line), and does not say where to.")
    case 401, 402, 407: return Opinion(.doubtful, "login-needed", "\(line): it wants a login.")
    case 403, 451:
      return Opinion(.doubtful, "forbidden", "\(line): it may turn away programs only.")
    case 408, 425: return Opinion(.doubtful, "passing-failure", "\(line), again and again.")
    case 429: return Opinion(.doubtful, "rate-limited", "\(line): it was asked too often.")
    case 400..<500: return Opinion(.doubtful, "client-error", "\(line) to a plain GET.")
    case 500..<600: return Opinion(.doubtful, "server-error", "\(line): it is in trouble.")
    default:
      return Opinion(.doubtful, "unknown-status", "\(line), which no standard knows.")
    }
  }

  /// Of a final answer that the settings accept.
  static func ofAccepted(_ answer: Answer) -> Opinion {
    Opinion(
      .alive, "accepted",
      "The server answers \(answer.status)\(name(answer.status)), accepted by configuration.")
  }

  /// Of a fragment's state; nil where it does not matter.
  static func ofFragment(_ fragment: String, _ state: FragmentState) -> Opinion? {
    switch state {
    case .found: nil
    case .missing:
      Opinion(
        .dead, "fragment-missing",
        "The page is there, but has no place named '\(fragment)'. Mend or remove the fragment.")
    case .undecidable(let reason):
      Opinion(
        .doubtful, "fragment-undecidable",
        "The page is there; whether it has a place named '\(fragment)' cannot be told: \(reason).")
    }
  }

  /// Of a probe that got no answer.
  static func ofFailure(_ cause: FailureCause) -> Opinion {
    let (verdict, sentence) = words(cause)
    return Opinion(verdict, cause.code, sentence)
  }

  /// Of a link that was not probed, or not to its end.
  static func ofSkipped(_ reason: UncheckedReason) -> Opinion {
    if case .malformed = reason { return Opinion(.dead, reason.code, sentence(reason)) }
    return Opinion(.unchecked, reason.code, sentence(reason))
  }

  private static func words(_ cause: FailureCause) -> (Verdict, String) {
    switch cause {
    case .noSuchName: (.dead, "The host's name does not exist. Mend the host or remove the link.")
    case .nameLookup: (.doubtful, "The host's name could not be looked up.")
    case .connectionRefused: (.doubtful, "The host refuses the connection.")
    case .connectionReset: (.doubtful, "The host resets the connection.")
    case .emptyReply: (.doubtful, "The host closes the connection without an answer.")
    case .timeout(let phase): (.doubtful, "The time ran out \(words(phase)).")
    case .certificateExpired: (.dead, "The site's certificate has expired: browsers refuse it.")
    case .certificateNotYetValid:
      (.dead, "The site's certificate is not valid yet: browsers refuse it.")
    case .certificateSelfSigned:
      (.dead, "The site's certificate is signed by itself: browsers refuse it.")
    case .certificateWrongHost:
      (.dead, "The site's certificate is for another host: browsers refuse it.")
    case .certificateUntrusted:
      (.doubtful, "The site's certificate leads to no authority that this machine trusts.")
    case .tls: (.doubtful, "No secure connection (TLS) could be agreed on.")
    case .http2: (.doubtful, "The host breaks HTTP/2 off, and HTTP/1.1 did not help.")
    case .protocolError(let phrase): (.doubtful, "The answer cannot be read: \(phrase).")
    case .headersTooLarge: (.doubtful, "The answer's header is longer than is read.")
    case .bodyCut: (.doubtful, "The answer breaks off.")
    case .encoding: (.doubtful, "The answer's content coding cannot be read.")
    case .redirectLoop: (.dead, "The redirects lead in a circle. Mend or remove the link.")
    case .tooManyRedirects: (.doubtful, "There are more redirects than are followed.")
    case .badRedirect(let phrase):
      (.dead, "The server redirects to \(phrase). Mend or remove the link.")
    case .hostDown:
      (.doubtful, "The host could not be connected to so often that it was not asked again.")
    case .other(let phrase): (.doubtful, "The probe failed: \(phrase).")
    }
  }

  private static func words(_ phase: TimeoutPhase) -> String {
    switch phase {
    case .nameLookup: "while the host's name was looked up"
    case .connect: "while connecting"
    case .tls: "while the secure connection was set up"
    case .firstByte: "before the answer began"
    case .body: "before the page was whole"
    }
  }

  private static func sentence(_ reason: UncheckedReason) -> String {
    switch reason {
    case .offline: "Not checked: the run makes no request."
    case .scheme(let scheme): "Not checked: addresses of the scheme '\(scheme)' are not probed."
    case .relativeWithoutBase: "Not checked: the record has no URL to resolve the address against."
    case .empty: "Not checked: the address is empty."
    case .malformed(let phrase): "This is no URL: \(phrase). Mend or remove the link."
    case .privateAddress(let address):
      "Not checked: \(address) is a private or reserved address. "
        + "Allow it by --allow-address if that is meant."
    case .port(let port): "Not checked: port \(port) is none of the web's."
    case .credentials: "Not checked: the address holds a user name or password."
    case .excluded: "Not checked: left out by an option."
    case .robots: "Not checked: the site's robots.txt does not let it be asked."
    case .outsideRoot:
      "Not checked: the address leads out of the folder that local links may lead into."
    case .interrupted: "Not checked: the run was stopped before."
    case .outOfTime: "Not checked: the run's time was used up before."
    }
  }

  private static func name(_ status: Int) -> String {
    names[status].map { " " + $0 } ?? ""
  }

  /// RFC 9110, section 15, and the registry of statuses, as far as links meet them.
  private static let names = [
    200: "OK", 300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required",
    408: "Request Timeout", 410: "Gone", 415: "Unsupported Media Type", 418: "I'm a teapot",
    421: "Misdirected Request", 425: "Too Early", 429: "Too Many Requests",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
  ]
}
