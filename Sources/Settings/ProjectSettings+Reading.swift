import Model
import Patterns
import Standards
import YAML

extension ProjectSettings {
  /// Takes what one file says over what was there: single values are replaced, lists of rules,
  /// overrides and excuses grow.
  ///
  /// - Parameters:
  ///   - file: what the file is called in messages.
  ///   - folder: the file's folder, absolute, from which its patterns start.
  mutating func take(
    _ root: SettingsMapping, file: String, folder: String
  ) throws(SettingsError) {
    if let node = root["rules"] { rules += try Self.rules(node, file: file) }
    if let node = root["overrides"] {
      for element in node.elements {
        overrides.append(try Self.override(element, file: file, folder: folder))
      }
    }
    if let node = root["fail-on"] {
      failOn = root.placed(try root.choice(of: node, key: "fail-on"), node)
    }
    if let node = root["thresholds"] { try takeThresholds(node, file: file) }
    if let node = root["fields"] { try takeFields(node, file: file) }
    if let node = root["base-url"] {
      guard let text = node.text, let url = try? WebURL(text), url.isWeb, !url.hasCredentials else {
        throw root.wrongType(
          node, "base-url", "an absolute address, such as 'https://news.example/'")
      }
      baseURL = root.placed(text, node)
    }
    if let node = root["own-hosts"] { ownHosts = root.placed(try Self.hosts(root), node) }
    sitemaps = try root.addresses("sitemap") ?? sitemaps
    feeds = try root.addresses("feed") ?? feeds
    if let node = root["ignore"] {
      for element in node.elements {
        ignore.append(try IgnoreEntry(reading: element, file: file, folder: folder))
      }
    }
    if let node = root["links"] { try links.take(node, file: file) }
    if let node = root["hosts"] {
      let mapping = try SettingsMapping(node, named: "hosts", in: file, known: nil)
      for entry in mapping.entries {
        let (name, settings) = try HostSettings.named(entry, in: mapping)
        hosts[name] = settings
      }
    }
  }

  private static func rules(
    _ node: YAMLNode, file: String
  ) throws(SettingsError) -> [RuleSetting] {
    let mapping = try SettingsMapping(node, named: "rules", in: file, known: nil)
    var rules: [RuleSetting] = []
    for entry in mapping.entries { rules.append(try rule(entry, mapping)) }
    return rules
  }

  private static func rule(
    _ entry: YAMLEntry, _ mapping: SettingsMapping
  ) throws(SettingsError) -> RuleSetting {
    let place = mapping.place(entry.mark)
    guard let parts = entry.value.entries else {
      guard entry.value.text != nil else {
        throw mapping.wrongType(
          entry.value, entry.key, "off, a severity, or a mapping of options")
      }
      return RuleSetting(
        pattern: entry.key, level: try level(entry.value, entry.key, mapping), options: nil,
        place: place)
    }
    let options = parts.filter { $0.key != "severity" }
    let severity = parts.first { $0.key == "severity" }?.value
    guard options.isEmpty || entry.key.utf8.last != UInt8(ascii: "*") else {
      throw SettingsError(at: mapping.place(options[0].mark), .optionsOfPattern(entry.key))
    }
    var set: RuleSetting.Level?
    if let severity { set = try level(severity, "severity", mapping) }
    return RuleSetting(
      pattern: entry.key, level: set,
      options: options.isEmpty
        ? nil : YAMLNode(content: .mapping(options), mark: entry.value.mark),
      place: place)
  }

  private static func level(
    _ node: YAMLNode, _ key: String, _ mapping: SettingsMapping
  ) throws(SettingsError) -> RuleSetting.Level {
    let word = try mapping.word(of: node, key: key, among: SettingsKeys.levels)
    return Severity(rawValue: word).map { .severity($0) } ?? .off
  }

  private static func override(
    _ node: YAMLNode, file: String, folder: String
  ) throws(SettingsError) -> RuleOverride {
    let mapping = try SettingsMapping(
      node, named: "overrides", in: file, known: SettingsKeys.override)
    for key in SettingsKeys.override where mapping[key] == nil {
      throw SettingsError(at: mapping.place(mapping.mark), .missingKey(key, in: "overrides"))
    }
    var files: [FilePattern] = []
    for (text, node) in try mapping.statements("files") {
      files.append(try pattern(text, at: mapping.place(node.mark), folder: folder))
    }
    return RuleOverride(
      files: files,
      rules: try mapping["rules"].map { node throws(SettingsError) in
        try rules(node, file: file)
      } ?? [],
      place: mapping.place(mapping.mark))
  }

  static func pattern(
    _ text: String, at place: SettingsPlace, folder: String
  ) throws(SettingsError) -> FilePattern {
    do throws(GlobFault) {
      return try FilePattern(text, in: folder)
    } catch {
      throw SettingsError(at: place, .badPattern(text, reason: error.reason))
    }
  }

  private mutating func takeThresholds(_ node: YAMLNode, file: String) throws(SettingsError) {
    let mapping = try SettingsMapping(
      node, named: "thresholds", in: file, known: SettingsKeys.thresholds)
    guard let node = mapping["doubtful"] else { return }
    let bound = try SettingsMapping(
      node, named: "doubtful", in: file, known: SettingsKeys.threshold)
    guard let node = bound["error-if"] else {
      throw SettingsError(at: bound.place(bound.mark), .missingKey("error-if", in: "doubtful"))
    }
    guard let threshold = node.text.flatMap({ Threshold($0) }) else {
      throw bound.wrongType(node, "error-if", "a bound, such as '> 5%' or '> 10'")
    }
    doubtful = bound.placed(threshold, node)
  }

  private mutating func takeFields(_ node: YAMLNode, file: String) throws(SettingsError) {
    let mapping = try SettingsMapping(
      node, named: "fields", in: file, known: SettingsKeys.fields)
    fields.markdown = try Self.paths("markdown", mapping) ?? fields.markdown
    fields.urls = try Self.paths("urls", mapping) ?? fields.urls
    if let node = mapping["alternates"], node.entries != nil {
      try takeForms(node, file: file)
    } else {
      fields.alternates = try Self.paths("alternates", mapping) ?? fields.alternates
    }
    if let node = mapping["base"] {
      fields.base = mapping.placed(try mapping.path(node, "base"), node)
    }
    for name in SettingsKeys.names {
      guard let node = mapping[name] else { continue }
      fields.names[name] = mapping.placed(try mapping.field(node, name), node)
    }
  }

  private mutating func takeForms(_ node: YAMLNode, file: String) throws(SettingsError) {
    let mapping = try SettingsMapping(
      node, named: "alternates", in: file, known: SettingsKeys.forms)
    fields.forms = [:]
    for entry in mapping.entries {
      let path = try mapping.field(entry.value, entry.key)
      fields.forms[entry.key] = mapping.placed(path, entry.value)
    }
    fields.alternates = mapping.placed(
      SettingsKeys.forms.compactMap { fields.forms[$0]?.value }, node)
  }

  private static func paths(
    _ key: String, _ mapping: SettingsMapping
  ) throws(SettingsError) -> Placed<[FieldPath]>? {
    guard let node = mapping[key] else { return nil }
    var paths: [FieldPath] = []
    for (_, node) in try mapping.statements(key) { paths.append(try mapping.path(node, key)) }
    return mapping.placed(paths, node)
  }

  private static func hosts(_ root: SettingsMapping) throws(SettingsError) -> [String] {
    var hosts: [String] = []
    for (text, node) in try root.statements("own-hosts") {
      let isBelow = text.utf8.starts(with: "*.".utf8)
      let name = isBelow ? String(text.dropFirst(2)) : text
      let isName = name.utf8.allSatisfy { !"/:?#@[]*\\".utf8.contains($0) && $0 > 0x20 }
      guard isName, let host = (try? WebURL("https://\(name)/"))?.hostText else {
        throw root.wrongType(
          node, "own-hosts", "host names, such as 'news.example' or '*.news.example'")
      }
      hosts.append((isBelow ? "*." : "") + host)
    }
    return hosts
  }
}
