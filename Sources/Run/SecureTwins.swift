import Model
import Probes
import Standards

/// Asks by https for what is alive by http.
struct SecureTwins {
  private var probes: LinkProbes
  private var table = LinkTable()

  init(_ plan: Plan, stop: StopFlag, _ observer: RunObserver) {
    probes = LinkProbes(plan, nil, stop: stop, observer)
  }

  /// By http address, the https address that answers alike; nil where none does. Only what is alive
  /// at the very address that was asked has a twin.
  ///
  /// - Parameter known: addresses that were asked before.
  mutating func ask(
    _ links: JudgedLinks, notIn known: [String: String?]
  ) async -> (addresses: [String: String?], requests: Int) {
    var asked: [String: (plain: Judgement, twin: Target, link: Int)] = [:]
    for number in 0..<links.count {
      let link = links[number]
      guard case .target(let target, _) = link.destination, known[target.url] == nil,
        link.published.verdict == .alive, Self.isPlain(link.published, target),
        let twin = Self.twin(of: target)
      else { continue }
      asked[target.url] = (link.published, twin, table.add(.target(twin, fragment: nil)))
    }
    guard !asked.isEmpty else { return ([:], 0) }
    await probes.probe(table)
    probes.finish()
    let addresses = asked.mapValues { plain, twin, link -> String? in
      let answer = probes.judgement(of: table[link], to: .target(twin, fragment: nil))
      return Self.isAlike(answer, plain) ? twin.url : nil
    }
    return (addresses, probes.requests)
  }

  /// Whether the page was given by http at the address that was asked.
  private static func isPlain(_ judgement: Judgement, _ target: Target) -> Bool {
    guard let outcome = judgement.outcome, outcome.askedAs == nil, outcome.hops.isEmpty else {
      return false
    }
    return target.url.utf8.starts(with: "http:".utf8)
  }

  /// The same address by https; none where a port is written, which says nothing of https.
  static func twin(of target: Target) -> Target? {
    guard let url = try? WebURL(target.url), url.port == nil, url.scheme == "http",
      let twin = try? WebURL("https" + url.serialized.dropFirst(4))
    else { return nil }
    return Target(url: twin.serialized, identity: twin.identity)
  }

  private static func isAlike(_ twin: Judgement, _ plain: Judgement) -> Bool {
    guard twin.verdict == .alive, let outcome = twin.outcome, outcome.hops.isEmpty,
      case .answered(let secure) = outcome.event,
      case .answered(let answer)? = plain.outcome?.event
    else { return false }
    return secure.status == answer.status && mediaType(secure) == mediaType(answer)
  }

  private static func mediaType(_ answer: Answer) -> Substring? {
    answer.contentType?.lowercased().prefix { $0 != ";" && $0 != " " }
  }
}
