package import Model
package import Patterns
package import YAML

/// What a project's configuration says: `stet.yml` with the files that it extends. What it is
/// silent about is nil or empty.
package struct ProjectSettings: Sendable {
  /// In order; the last that fits a rule counts.
  package var rules: [RuleSetting] = []
  /// In order, after `rules`.
  package var overrides: [RuleOverride] = []
  /// Folders of rules of one's own, as paths to open.
  package var ruleFolders: [Placed<String>] = []
  /// The least severity that fails a run.
  package var failOn: Placed<Severity>?
  /// How many links may be doubtful.
  package var doubtful: Placed<Threshold>?
  package var fields = FieldSettings()
  /// What relative links are resolved against in records without an address.
  package var baseURL: Placed<String>?
  /// Hosts that addresses of our own may have: `news.example`, `*.news.example`.
  package var ownHosts: Placed<[String]>?
  /// The addresses of the site's sitemaps.
  package var sitemaps: Placed<[String]>?
  /// The addresses of the site's feeds.
  package var feeds: Placed<[String]>?
  package var ignore: [IgnoreEntry] = []
  package var links = LinkSettings()
  /// What differs at some hosts, by name, with the port where it is not the scheme's own.
  package var hosts: [String: HostSettings] = [:]

  package init() {}
}

/// What is set for a rule, or for those of a pack.
package struct RuleSetting: Sendable {
  /// A rule's ID, or the beginning of it with `*`.
  package let pattern: String
  /// None where only options are set.
  package let level: Level?
  /// A mapping of the options that replace those of the rule's file, one by one.
  package let options: YAMLNode?
  package let place: SettingsPlace

  package enum Level: Hashable, Sendable {
    case off
    case severity(Severity)
  }
}

/// What is set for the records of some files.
package struct RuleOverride: Sendable {
  package let files: [FilePattern]
  package let rules: [RuleSetting]
  package let place: SettingsPlace

  /// Whether it is about a file.
  package func covers(_ file: String, from workingDirectory: String) -> Bool {
    files.contains { $0.matches(file, from: workingDirectory) }
  }
}

/// What records call their fields, and which of them hold links. `*` in a path stands for every
/// name and index.
package struct FieldSettings: Sendable {
  /// By the name that the shipped rules use; paths without `*`.
  package var names: [String: Placed<FieldPath>] = [:]
  /// The addresses of the page's forms one by one: `html` by its path, without `*`.
  package var forms: [String: Placed<FieldPath>] = [:]
  package var markdown: Placed<[FieldPath]>?
  package var urls: Placed<[FieldPath]>?
  package var alternates: Placed<[FieldPath]>?
  package var base: Placed<FieldPath>?
}

/// How one host is asked.
package struct HostSettings: Sendable {
  /// Requests a second at most.
  package var rate: Placed<Double>?
  package var connections: Placed<Int>?
  package var timeout: Placed<Duration>?
  package var accept: Placed<StatusRanges>?
  package var method: Placed<LinkMethod>?
  package let place: SettingsPlace
}

/// How links are probed.
package struct LinkSettings: Sendable {
  package var timeout: Placed<Duration>?
  package var connectTimeout: Placed<Duration>?
  package var maxTime: Placed<Duration>?
  /// Requests a second to one host at the start.
  package var rate: Placed<Double>?
  package var connections: Placed<Int>?
  package var hostConnections: Placed<Int>?
  package var maxRedirects: Placed<Int>?
  package var userAgent: Placed<String>?
  /// Links that are not probed, but for those of `include`.
  package var exclude: [Placed<LinkPattern>] = []
  package var include: [Placed<LinkPattern>] = []
  /// What is asked in the place of addresses; the first that matches counts.
  package var remap: [Placed<Remap>] = []
  /// Statuses that count as alive beside 200 to 299.
  package var accept: Placed<StatusRanges>?
  package var method: Placed<LinkMethod>?
  /// Whether a site's robots.txt is heeded.
  package var robots: Placed<Bool>?
  /// How often a request is made again at most.
  package var retries: Placed<Int>?
  /// How long verdicts are believed.
  package var maxAge: [Verdict: Placed<Duration>] = [:]
}

/// What an address is asked with first.
package enum LinkMethod: String, CaseIterable, Sendable {
  /// HEAD where the status suffices, GET where HEAD says no.
  case head
  case get
}
