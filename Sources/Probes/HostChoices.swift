internal import Curl
internal import Model
internal import Standards

/// What the settings choose for single hosts, origins and addresses.
///
/// A class, because every probe under way holds it.
final class HostChoices: Sendable {
  private let asksWithGET: Bool
  private let accepted: StatusRanges
  private let hosts: [String: HostLimits]
  private let origins: [String: OriginSettings]
  private let insecure: Set<String>
  private let proxy: String?
  private let exclusion: AddressRule<Bool>?
  private let retries: Int?
  private let secrets: [[UInt8]]
  /// Whether any request differs from the usual one.
  private let hasSettings: Bool

  init(_ settings: ProbeSettings) {
    asksWithGET = settings.asksWithGET
    accepted = settings.accepted
    hosts = settings.hosts.filter { $0.value.asksWithGET != nil || $0.value.accepted != nil }
    origins = settings.origins
    insecure = settings.insecureHosts
    proxy = settings.proxy.map(Self.withoutSecrets)
    exclusion = settings.exclusion
    retries = settings.retriesPerRequest
    // Shorter ones would be found in texts that have nothing to do with them.
    secrets = settings.origins.values.flatMap(\.secrets).filter { $0.count >= 4 }
    hasSettings = !origins.isEmpty || !insecure.isEmpty || proxy != nil
  }

  /// The method that an address is asked with first.
  func method(for url: WebURL) -> Request.Method {
    (hosts[url.politeHost]?.asksWithGET ?? asksWithGET) ? .get : .head
  }

  /// Whether a final answer's status counts as alive though it would not.
  func accepts(_ status: Int, from url: WebURL) -> Bool {
    guard !(200..<300).contains(status) else { return false }
    return accepted.contains(status) || hosts[url.politeHost]?.accepted?.contains(status) == true
  }

  func excludes(_ url: WebURL) -> Bool {
    exclusion?.answer(url.serializedWithoutFragment) ?? false
  }

  /// How often a request is made in all, where its failure allows for so many.
  func attempts(_ usual: Int) -> Int {
    guard let retries, usual > 1 else { return usual }
    return retries + 1
  }

  /// Whether an address holds a secret of ours, given back by a server.
  func isSecret(_ text: [UInt8]) -> Bool {
    secrets.contains { secret in
      text.count >= secret.count
        && (0...(text.count - secret.count)).contains { text[$0...].starts(with: secret) }
    }
  }

  /// What goes to the origin of this address and to no other.
  func origin(of url: WebURL) -> OriginSettings? {
    origins.isEmpty ? nil : url.origin.flatMap { origins[$0] }
  }

  /// Whether the certificate at this address is taken as it is.
  func isUnverified(_ url: WebURL) -> Bool {
    guard !insecure.isEmpty, url.isSecure else { return false }
    return insecure.contains(url.politeHost) || insecure.contains(url.hostText ?? "")
  }

  /// What evidence may show of it all; nil where the request is as all are.
  func shown(for url: WebURL) -> Exchange.Settings? {
    guard hasSettings else { return nil }
    var shown = Exchange.Settings()
    let origin = origin(of: url)
    shown.fields = origin?.names ?? []
    shown.hasCertificate = origin?.certificate != nil
    shown.isUnverified = isUnverified(url)
    shown.proxy = proxy
    return shown == Exchange.Settings() ? nil : shown
  }

  private static func withoutSecrets(_ proxy: String) -> String {
    guard let at = proxy.utf8.lastIndex(of: UInt8(ascii: "@")) else { return proxy }
    let scheme = proxy.utf8.prefix { $0 != UInt8(ascii: ":") }
    return String(Substring(scheme)) + "://***@" + proxy[proxy.utf8.index(after: at)...]
  }
}
