/// What the configuration may say, by the mapping in which it stands. The reader, the messages and
/// the published schema go by these lists.
package enum SettingsKeys {
  package static let top = [
    "base-url", "extends", "fail-on", "feed", "fields", "hosts", "ignore", "links", "overrides",
    "own-hosts", "rule-folders", "rules", "sitemap", "thresholds",
  ]
  package static let fields = (["alternates", "base", "markdown", "urls"] + names).sorted()
  /// The fields that the shipped rules name, beside the alternates.
  package static let names = [
    "body_md", "canonical_source", "entities", "lang", "published_at", "slug", "summary", "title",
    "topics", "updated_at", "url",
  ]
  /// The forms of a page that the shipped rules name.
  package static let forms = ["html", "jsonld", "markdown", "text"]
  /// Of each entry of `hosts`.
  package static let host = ["accept", "connections", "method", "rate", "timeout"]
  package static let ignore = ["file", "href", "reason", "record", "rule", "until"]
  package static let links = [
    "accept", "connect-timeout", "connections", "exclude", "host-connections", "include", "max-age",
    "max-redirects", "max-time", "method", "rate", "remap", "retries", "robots", "timeout",
    "user-agent",
  ]
  package static let maxAge = ["alive", "dead", "moved"]
  package static let override = ["files", "rules"]
  package static let thresholds = ["doubtful"]
  package static let threshold = ["error-if"]
  /// What a rule can be set to; a mapping has one of them as its `severity`, beside options.
  package static let levels = ["error", "note", "off", "warning"]

  /// What would let a pull request reach into a private network, take secrets along or write where
  /// it likes: the key, and the option of the command line that takes its place.
  package static let privileged: [String: String?] = [
    "allow-address": "--allow-address",
    "allow-addresses": "--allow-address",
    "allow-ports": "--allow-address",
    "allow-private": "--allow-private",
    "auth": "--auth",
    "authorization": "--auth",
    "baseline": "--baseline",
    "ca-file": "--ca-file",
    "cache": "--store",
    "cache-path": "--store",
    "client-cert": "--client-cert",
    "client-key": "--client-key",
    "connect-to": "--connect-to",
    "cookies": nil,
    "detours": "--connect-to",
    "follow-symlinks": nil,
    "header": "--header",
    "header-env": "--header-env",
    "headers": "--header",
    "insecure": "--insecure",
    "max-record-size": "--max-record-size",
    "output": "--report",
    "proxy": "--proxy",
    "report": "--report",
    "reports": "--report",
    "resolve": "--connect-to",
    "root": "--root-dir",
    "root-dir": "--root-dir",
    "store": "--store",
    "suggest": "--suggest",
    "suggest-from": "--suggest-from",
    "token": "--auth",
    "tokens": "--auth",
  ]
}
