package import Links
import Model
import Probes
import Rules
package import Settings
import Store
import YAML

extension Plan {
  /// Takes what the project's configuration says over the defaults; the command line comes after.
  package mutating func take(_ settings: ProjectSettings) {
    self.settings = settings
    ruleFolders = settings.ruleFolders.map(\.value)
    rules = RuleSettings(settings.rules)
    if let hosts = settings.ownHosts { rules.allow(hosts) }
    if let severity = settings.failOn { failOn = severity.value }
    fields = LinkFields(settings)
    let links = settings.links
    if let time = links.timeout { probing.timeout = time.value }
    if let time = links.connectTimeout { probing.connectTimeout = time.value }
    if let time = links.maxTime { probing.maxTime = time.value }
    if let rate = links.rate { probing.rate = HostRate(start: rate.value) }
    if let count = links.connections { probing.inFlight = count.value }
    if let count = links.hostConnections { probing.connectionsPerHost = count.value }
    if let count = links.maxRedirects { probing.maxHops = count.value }
    if let name = links.userAgent { probing.userAgent = name.value }
    if let count = links.retries { probing.retriesPerRequest = count.value }
    if let statuses = links.accept { probing.accepted = statuses.value }
    if let method = links.method { probing.asksWithGET = method.value == .get }
    if let age = links.maxAge[.alive] { ages.alive = age.value.wholeSeconds }
    if let age = links.maxAge[.moved] { ages.moved = age.value.wholeSeconds }
    if let age = links.maxAge[.dead] { ages.dead = age.value.wholeSeconds }
    if let robots = links.robots { probing.heedsRobots = robots.value }
    filter = LinkFilter(links)
    remaps = links.remap.map(\.value)
    probing.hosts = settings.hosts.mapValues { host in
      HostLimits(
        rate: host.rate.map { HostRate(atMost: $0.value) }, connections: host.connections?.value,
        timeout: host.timeout?.value, asksWithGET: host.method.map { $0.value == .get },
        accepted: host.accept?.value)
    }
  }

  /// Hands what is settled of addresses on to the probes.
  package mutating func settleAddresses() {
    let (filter, remaps) = (filter, remaps)
    if !filter.exclude.isEmpty {
      let texts = filter.exclude.map(\.text) + ["but"] + filter.include.map(\.text)
      probing.exclusion = AddressRule(texts) { filter.excludes($0) }
    }
    if !remaps.isEmpty {
      probing.remap = AddressRule(remaps.map(\.text)) { remaps.address(for: $0) }
    }
  }
}

extension Duration {
  /// Rounded down.
  package var wholeSeconds: Int { Int(components.seconds) }
}

extension HostRate {
  /// A start above the usual ceiling lifts the ceiling.
  package init(start: Double) {
    self.init()
    self.start = start
    ceiling = max(start, ceiling)
    floor = min(start, floor)
  }

  /// A rate that never rises over its start.
  init(atMost rate: Double) {
    self.init(start: rate)
    ceiling = rate
  }
}

extension LinkFields {
  /// The fields that the configuration names, and the usual ones for the rest.
  package init(_ settings: ProjectSettings) {
    self.init(site: settings.baseURL?.value)
    if let paths = settings.fields.markdown { markdown = paths.value }
    if let paths = settings.fields.urls { urls = paths.value }
    if let paths = settings.fields.alternates { alternates = paths.value }
    if let path = settings.fields.base { base = path.value }
  }
}

extension RuleSettings {
  /// What the configuration sets, later entries over earlier ones.
  init(_ settings: [RuleSetting]) {
    self.init()
    for setting in settings {
      switch setting.level {
      case .off: levels.append((setting.pattern, .off))
      case .severity(let severity): levels.append((setting.pattern, .severity(severity)))
      case nil: break
      }
      guard let changes = setting.options else { continue }
      let id = RuleID(setting.pattern)
      options[id] = (options[id]?.node.merged(with: changes) ?? changes, setting.place.file)
    }
  }

  /// Says which hosts are our own to the rule that asks, unless its own options do.
  fileprivate mutating func allow(_ hosts: Placed<[String]>) {
    let id = RuleID("urls/host-not-allowed")
    let mark = hosts.place.mark
    let names = hosts.value.map { YAMLNode(content: .scalar($0, isPlain: false), mark: mark) }
    let list = YAMLNode(content: .sequence(names), mark: mark)
    let own = YAMLNode(
      content: .mapping([YAMLEntry(key: "hosts", mark: mark, value: list)]), mark: mark)
    options[id] = (
      options[id].map { own.merged(with: $0.node) } ?? own, options[id]?.file ?? hosts.place.file
    )
  }
}

extension ProjectSettings {
  /// Refuses names of rules that no rule of the catalogue has.
  func check(against catalogue: RuleCatalogue) throws(SettingsError) {
    let named =
      (rules + overrides.flatMap(\.rules)).map { ($0.pattern, $0.place) }
      + ignore.map { entry in
        let mark = YAMLMark(line: entry.location.line, column: entry.location.column)
        return (entry.rule, SettingsPlace(file: entry.location.file, mark: mark))
      }
    for (pattern, place) in named
    where !catalogue.rules.contains(where: { RuleSettings.fits(pattern, $0.id) }) {
      throw SettingsError(
        at: place,
        .unknownRule(pattern, nearest: catalogue.nearestID(to: pattern)?.description))
    }
  }
}
