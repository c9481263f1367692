internal import Curl
internal import Model
internal import Standards

/// The reading of one site's robots.txt as a state machine: replies in, addresses or rules out.
///
/// A class, because it is looked at often while others wait for it.
final class RobotsReading {
  /// Whose rules are read.
  let origin: String
  /// What is asked next, or was asked last.
  private(set) var url: WebURL
  /// The number of the host that is asked.
  var host = 0
  var sink = DocumentSink(limit: RobotsRules.limit)
  /// Those that wait for the rules.
  var waiting: [Int] = []
  private var hops = 0

  /// What comes next.
  enum Step {
    case ask
    case rules(RobotsRules)
  }

  init?(origin: String) {
    guard let url = try? WebURL(origin + "/robots.txt") else { return nil }
    self.origin = origin
    self.url = url
  }

  /// The step after a reply. RFC 9309, section 2.3.1.
  func receive(_ reply: Reply, rules: ProbeRules, agent: String) -> Step {
    guard let status = reply.status else { return .rules(Self.rules(without: reply)) }
    switch status {
    case 200..<300: return .rules(RobotsRules(sink.bytes, agent: agent))
    case 300..<400 where ProbeRules.redirects.contains(status): return follow(reply, rules)
    // Without rules, or none for us, everything may be asked; what is broken may hide rules.
    case 300..<500: return .rules(.open)
    default: return .rules(.closed)
    }
  }

  /// Where the site does not even exist, or may not be asked, its own links say so better.
  private static func rules(without reply: Reply) -> RobotsRules {
    switch reply.failure {
    case .name, .refusedAddress: .open
    default: .closed
    }
  }

  private func follow(_ reply: Reply, _ rules: ProbeRules) -> Step {
    guard hops < 5, let location = reply.fields.values("location").first,
      location.count <= ProbeRules.longestURL,
      let next = try? URLReading(utf8: location, base: url).url, next.isWeb, !next.hasCredentials,
      rules.addressGuard.refusal(of: next) == nil, !rules.choices.isSecret(location)
    else { return .rules(.open) }
    hops += 1
    url = next.withoutFragment
    sink = DocumentSink(limit: RobotsRules.limit)
    return .ask
  }
}

/// Keeps a small document. Lives on the loop's thread.
final class DocumentSink: BodySink {
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  func begin(status: Int, fields: [HeaderField]) -> Bool { (200..<300).contains(status) }

  func receive(_ piece: borrowing RawSpan) -> Bool {
    piece.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(limit - bytes.count)) }
    return bytes.count < limit
  }
}
