internal import Curl
internal import Model
internal import Standards

/// The way of one probe along redirects, and what was picked up on it.
struct Trail {
  let start: WebURL
  private(set) var current: WebURL
  private(set) var hops: [Hop] = []
  /// The one of the last redirect that has one. RFC 9110, section 10.2.2.
  private(set) var fragment: Fragment?
  private var visited: Set<String> = []
  private var jar: CookieJar?
  private var hasSeenCookies = false

  enum Turn {
    case next(WebURL)
    /// It leads to where the probe has been.
    case been
    case over(Outcome.Event)
  }

  init(_ start: WebURL) {
    self.start = start
    current = start
  }

  var host: String { current.hostText ?? "" }

  var cookie: String? { jar?.cookie(for: host) }

  /// Whether nothing has led elsewhere, and the request is what any first visitor's is.
  var isAtStart: Bool { hops.isEmpty && jar == nil }

  /// Whether cookies were set and not sent back.
  var hasIgnoredCookies: Bool { hasSeenCookies && jar == nil }

  mutating func note(_ reply: Reply) {
    guard !reply.fields.values("set-cookie").isEmpty else { return }
    hasSeenCookies = true
    let host = host
    jar?.take(reply.fields, from: host)
  }

  mutating func arrive(at url: WebURL) {
    current = url
    visited.insert(key(url))
  }

  /// Goes back to the start. Cookies are taken from here on, or go on as they were.
  mutating func restart(takingCookies: Bool) {
    if takingCookies { jar = CookieJar() }
    hops = []
    visited = []
    fragment = nil
    arrive(at: start)
  }

  /// Takes a redirect, as far as the rules let it.
  mutating func follow(_ location: [UInt8], _ status: Int, _ rules: ProbeRules) -> Turn {
    guard location.count <= ProbeRules.longestURL else {
      return .over(.failed(.badRedirect("an address of \(location.count) bytes")))
    }
    guard let next = try? URLReading(utf8: location, base: current).url else {
      return .over(.failed(.badRedirect("an address that is no URL")))
    }
    // The secret must not travel into reports.
    if next.hasCredentials || rules.choices.isSecret(location) {
      return .over(.skipped(.credentials))
    }
    hops.append(
      Hop(url: current.serializedWithoutFragment, status: status, location: next.serialized))
    guard next.isWeb else { return .over(.skipped(.scheme(next.scheme))) }
    if let refusal = rules.addressGuard.refusal(of: next) { return .over(.skipped(refusal)) }
    if rules.choices.excludes(next) { return .over(.skipped(.excluded)) }
    if let fragment = next.fragment { self.fragment = Fragment(fragment) }
    if visited.contains(key(next)) { return .been }
    guard hops.count <= rules.maxHops else {
      let hasBeenThere = hops.contains { $0.url == next.serializedWithoutFragment }
      return .over(.failed(hasBeenThere ? .redirectLoop : .tooManyRedirects))
    }
    return .next(next)
  }

  /// What makes two visits the same: with cookies, a second visit may get another answer.
  private func key(_ url: WebURL) -> String {
    url.serializedWithoutFragment + " " + (jar?.cookie(for: url.hostText ?? "") ?? "")
  }
}
