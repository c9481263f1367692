import Links
import Model
import Patterns
import Probes
import Reports
import Run
import Settings
import Store
import YAML

/// The settled configuration with the origin of each value.
struct ShownSettings {
  private(set) var rows: [Row] = []

  struct Row {
    /// The key; below it another key, or the position in a list.
    let path: [String]
    let value: ShownValue
    /// `default`, `stet.yml:12`, `command line`.
    let origin: String
    var isItem = false
  }

  /// - Parameter plan: what the options have been applied to.
  init(_ plan: Plan, rules: RuleOptions, links: LinkOptions, failOn: Severity?) {
    let settings = plan.settings
    add(["fail-on"], .text(plan.failOn.rawValue), failOn != nil, settings.failOn?.place)
    add(
      ["base-url"], plan.fields.site.map { .text($0) } ?? .nothing, false,
      settings.baseURL?.place)
    add(["own-hosts"], .texts(settings.ownHosts?.value ?? []), false, settings.ownHosts?.place)
    let named = links.listings
    add(["sitemap"], .texts(plan.sitemaps), !named.sitemap.isEmpty, settings.sitemaps?.place)
    add(["feed"], .texts(plan.feeds), !named.feed.isEmpty, settings.feeds?.place)
    let bound = settings.doubtful.map { "\($0.value)" }
    add(
      ["thresholds", "doubtful"], bound.map { .mapping([("error-if", .text($0))]) } ?? .nothing,
      false, settings.doubtful?.place)
    addFields(plan.fields, settings.fields)
    addLinks(plan, links)
    for (name, host) in settings.hosts.sorted(by: { $0.key < $1.key }) {
      var parts: [(key: String, value: ShownValue)] = []
      if let count = host.connections { parts.append(("connections", .literal("\(count.value)"))) }
      if let rate = host.rate { parts.append(("rate", .literal(Self.number(rate.value)))) }
      if let statuses = host.accept { parts.append(("accept", .text("\(statuses.value)"))) }
      if let method = host.method { parts.append(("method", .text(method.value.rawValue))) }
      if let time = host.timeout { parts.append(("timeout", .text(TimeText.text(time.value)))) }
      add(["hosts", name], .mapping(parts), false, host.place)
    }
    for (position, folder) in plan.ruleFolders.enumerated() {
      let place = position < settings.ruleFolders.count ? settings.ruleFolders[position].place : nil
      add(item: position, of: "rule-folders", .text(folder), place)
    }
    for setting in settings.rules {
      add(["rules", setting.pattern], Self.value(setting), false, setting.place)
    }
    for (position, override) in settings.overrides.enumerated() {
      let rules = override.rules.map { (key: $0.pattern, value: Self.value($0)) }
      add(
        item: position, of: "overrides",
        .mapping([("files", .texts(override.files.map(\.text))), ("rules", .mapping(rules))]),
        override.place)
    }
    for (position, entry) in settings.ignore.enumerated() { add(entry, position) }
    addOptions(plan, rules, links)
  }

  private mutating func add(
    _ path: [String], _ value: ShownValue, _ isGiven: Bool, _ place: SettingsPlace?
  ) {
    let origin =
      isGiven ? "command line" : place.map { "\($0.file):\($0.mark.line)" } ?? "default"
    rows.append(Row(path: path, value: value, origin: origin))
  }

  private mutating func add(
    item position: Int, of key: String, _ value: ShownValue, _ place: SettingsPlace?
  ) {
    add([key, "\(position)"], value, place == nil, place)
    rows[rows.count - 1].isItem = true
  }

  private mutating func addFields(_ fields: LinkFields, _ set: FieldSettings) {
    func paths(_ paths: [FieldPath]) -> ShownValue { .texts(paths.map(\.description)) }
    add(["fields", "markdown"], paths(fields.markdown), false, set.markdown?.place)
    add(["fields", "urls"], paths(fields.urls), false, set.urls?.place)
    let forms = set.forms.sorted { $0.key < $1.key }
      .map { (key: $0.key, value: ShownValue.text($0.value.value.description)) }
    add(
      ["fields", "alternates"], forms.isEmpty ? paths(fields.alternates) : .mapping(forms), false,
      set.alternates?.place)
    add(["fields", "base"], .text(fields.base.description), false, set.base?.place)
    for name in SettingsKeys.names {
      let given = set.names[name]
      add(["fields", name], .text("\(given?.value ?? FieldPath("/\(name)"))"), false, given?.place)
    }
  }

  private mutating func addLinks(_ plan: Plan, _ given: LinkOptions) {
    let (probing, set) = (plan.probing, plan.settings.links)
    func time(_ duration: Duration) -> ShownValue { .text(TimeText.text(duration)) }
    add(["links", "timeout"], time(probing.timeout), given.timeout != nil, set.timeout?.place)
    add(
      ["links", "connect-timeout"], time(probing.connectTimeout), given.connectTimeout != nil,
      set.connectTimeout?.place)
    add(
      ["links", "max-time"], probing.maxTime.map(time) ?? .nothing, given.maxTime != nil,
      set.maxTime?.place)
    add(
      ["links", "rate"], probing.rate.map { .literal(Self.number($0.start)) } ?? .text("off"),
      given.rate != nil, set.rate?.place)
    add(
      ["links", "connections"], .literal("\(probing.inFlight)"), given.connections != nil,
      set.connections?.place)
    add(
      ["links", "host-connections"], .literal("\(probing.connectionsPerHost)"),
      given.hostConnections != nil, set.hostConnections?.place)
    add(
      ["links", "max-redirects"], .literal("\(probing.maxHops)"), given.maxRedirects != nil,
      set.maxRedirects?.place)
    add(
      ["links", "user-agent"], .text(probing.userAgent), given.userAgent != nil,
      set.userAgent?.place)
    addChoices(plan, given)
  }

  /// Which links are asked, where, and what of their answers counts.
  private mutating func addChoices(_ plan: Plan, _ links: LinkOptions) {
    let (set, given, probing) = (plan.settings.links, links.choices, plan.probing)
    add(
      ["links", "retries"], probing.retriesPerRequest.map { .literal("\($0)") } ?? .nothing,
      links.retries != nil, set.retries?.place)
    add(
      ["links", "accept"], probing.accepted.isEmpty ? .nothing : .text("\(probing.accepted)"),
      given.accept != nil, set.accept?.place)
    add(
      ["links", "method"], .text(probing.asksWithGET ? "get" : "head"), given.method != nil,
      set.method?.place)
    add(
      ["links", "robots"], .literal("\(probing.heedsRobots)"), given.robots, set.robots?.place)
    let ages = [
      ("alive", plan.ages.alive), ("dead", plan.ages.dead), ("moved", plan.ages.moved),
    ]
    add(
      ["links", "max-age"],
      .mapping(ages.map { ($0.0, .text(TimeText.text(.seconds($0.1)))) }), false,
      set.maxAge.values.map(\.place).max { $0.mark.line < $1.mark.line })
    add(
      ["links", "remap"], .texts(plan.remaps.map(\.text)), !given.remap.isEmpty,
      set.remap.last?.place)
    add(
      ["links", "exclude"], .texts(plan.filter.exclude.map(\.text)), !given.exclude.isEmpty,
      set.exclude.last?.place)
    add(
      ["links", "include"], .texts(plan.filter.include.map(\.text)), !given.include.isEmpty,
      set.include.last?.place)
  }

  private mutating func add(_ entry: IgnoreEntry, _ position: Int) {
    var parts: [(key: String, value: ShownValue)] = [("rule", .text(entry.rule))]
    let optional = [("file", entry.file), ("record", entry.record), ("href", entry.href)]
    for case (let key, let text?) in optional { parts.append((key, .text(text))) }
    parts.append(("reason", .text(entry.reason)))
    if let day = entry.until {
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      parts.append(("until", .text("\(day.year)-\(padded(day.month))-\(padded(day.day))")))
    }
    rows.append(
      Row(
        path: ["ignore", "\(position)"], value: .mapping(parts),
        origin: "\(entry.location.file):\(entry.location.line)", isItem: true))
  }

  /// What only the command line can say.
  private mutating func addOptions(
    _ plan: Plan, _ rules: RuleOptions, _ links: LinkOptions
  ) {
    let lists = [
      ("only", rules.only), ("skip", rules.skip),
      ("allow-address", links.allowAddress.map(\.text)), ("connect-to", links.connectTo),
      ("ca-file", links.caFile.map { [$0] } ?? []), ("header", links.access.shownHeaders),
      ("client-cert", links.access.clientCert), ("client-key", links.access.clientKey),
      ("insecure", links.access.insecure),
      ("proxy", links.access.proxy.map { [Redaction.url($0)] } ?? []),
      ("root-dir", plan.rootFolder.map { [$0] } ?? []),
      ("suggest-from", links.choices.suggestFrom.map { [Redaction.url($0)] } ?? []),
    ]
    for (key, texts) in lists where !texts.isEmpty { add([key], .texts(texts), true, nil) }
    if links.allowPrivate { add(["allow-private"], .literal("true"), true, nil) }
    if links.choices.suggest { add(["suggest"], .literal("true"), true, nil) }
    if links.offline { add(["offline"], .literal("true"), true, nil) }
  }

  private static func value(_ setting: RuleSetting) -> ShownValue {
    let level: ShownValue? = setting.level.map { level in
      switch level {
      case .off: .text("off")
      case .severity(let severity): .text(severity.rawValue)
      }
    }
    guard let options = setting.options else { return level ?? .mapping([]) }
    guard case .mapping(let entries) = ShownValue(options) else { return .mapping([]) }
    return .mapping((level.map { [("severity", $0)] } ?? []) + entries)
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

extension ShownSettings {
  /// A configuration in YAML, the origins as comments.
  var yaml: String {
    var lines: [(text: String, origin: String)] = []
    var group: String?
    for row in rows {
      guard let key = row.path.first else { continue }
      if row.path.count > 1, group != key { lines.append(("\(key):", "")) }
      group = key
      var name = ShownValue.word(row.path[row.path.count - 1])
      // A key without a value would not be read again.
      if case .nothing = row.value { name = "# \(name)" }
      switch (row.path.count, row.isItem) {
      case (1, _): lines.append(("\(name): \(row.value.yaml)", row.origin))
      case (_, true): lines.append(("  - \(row.value.yaml)", row.origin))
      case (_, false): lines.append(("  \(name): \(row.value.yaml)", row.origin))
      }
    }
    let width = min(60, lines.map { $0.text.unicodeScalars.count }.max() ?? 0)
    return lines.map { text, origin in
      guard !origin.isEmpty else { return text + "\n" }
      let pad = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
      return TerminalText.escaped("\(text)\(pad)  # \(origin)") + "\n"
    }.joined()
  }

  /// A list of keys, values and origins.
  var json: String {
    let lines = rows.map { row in
      let entry = ShownValue.mapping([
        ("key", .texts(row.path)), ("value", row.value), ("origin", .text(row.origin)),
      ])
      return "  " + entry.json
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}
