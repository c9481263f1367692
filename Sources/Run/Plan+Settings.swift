import Links
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
    rules.tell(settings)
    if let severity = settings.failOn { failOn = severity.value }
    fieldNames = FieldNames(settings.fields)
    fields = LinkFields(settings, names: fieldNames)
    sitemaps = settings.sitemaps?.value ?? []
    feeds = settings.feeds?.value ?? []
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
  /// The fields that the configuration names, and the usual ones, by their own names, for the rest.
  init(_ settings: ProjectSettings, names: FieldNames) {
    let url = names.path(of: "url")
    self.init(
      markdown: [names.path(of: "body_md")], urls: [url, names.path(of: "canonical_source")],
      base: url, slug: names.path(of: "slug"), html: settings.fields.forms["html"]?.value,
      site: settings.baseURL?.value)
    if let paths = settings.fields.markdown { markdown = paths.value }
    if let paths = settings.fields.urls { urls = paths.value }
    if let paths = settings.fields.alternates { alternates = paths.value }
    if let path = settings.fields.base { base = path.value }
  }
}

extension FieldNames {
  init(_ settings: FieldSettings) {
    self.init(
      paths: settings.names.mapValues(\.value), forms: settings.forms.mapValues(\.value),
      alternates: settings.alternates?.value, urls: settings.urls?.value)
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

  /// Says to the rules that ask which hosts are our own and what relative links start from.
  fileprivate mutating func tell(_ settings: ProjectSettings) {
    if let hosts = settings.ownHosts {
      let mark = hosts.place.mark
      let names = hosts.value.map { YAMLNode(content: .scalar($0, isPlain: false), mark: mark) }
      let list = YAMLNode(content: .sequence(names), mark: mark)
      for rule in ["urls/host-not-allowed", "corpus/dangling-internal-link"] {
        set(RuleID(rule), "hosts", list, hosts.place)
      }
    }
    if let base = settings.baseURL {
      let text = YAMLNode(content: .scalar(base.value, isPlain: false), mark: base.place.mark)
      set(RuleID("markdown/relative-link"), "site", text, base.place)
    }
  }

  /// Sets an option unless the rule's own options do.
  private mutating func set(
    _ id: RuleID, _ option: String, _ value: YAMLNode, _ place: SettingsPlace
  ) {
    let entry = YAMLEntry(key: option, mark: place.mark, value: value)
    let own = YAMLNode(content: .mapping([entry]), mark: place.mark)
    options[id] = (
      options[id].map { own.merged(with: $0.node) } ?? own, options[id]?.file ?? place.file
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
        .unknownRule(pattern, nearest: catalogue.nearestPattern(to: pattern)))
    }
  }
}
