import ArgumentParser
import Probes
import Reports
import Run

/// How links are probed.
struct LinkOptions: ParsableArguments {
  @Flag(help: "Make no request: rules only.")
  var offline = false

  @Option(help: ArgumentHelp("Time for one request: 30s, 500ms.", valueName: "time"))
  var timeout: TimeOption?

  @Option(help: ArgumentHelp("Time for name look-up, connection and TLS.", valueName: "time"))
  var connectTimeout: TimeOption?

  @Option(
    help: ArgumentHelp("Time for all requests; the rest stays unchecked.", valueName: "time"))
  var maxTime: TimeOption?

  @Option(
    help: ArgumentHelp(
      "Requests a second to one host at the start; 'off' for no bound.", valueName: "rate"))
  var rate: RateOption?

  @Option(help: ArgumentHelp("Requests to one host at a time.", valueName: "count"))
  var hostConnections: Int?

  @Option(help: ArgumentHelp("Requests under way at a time, all hosts.", valueName: "count"))
  var connections: Int?

  @Option(help: ArgumentHelp("Redirects to follow in a row.", valueName: "count"))
  var maxRedirects: Int?

  @Option(
    help: ArgumentHelp(
      "Make a request again so often at most, where that may help.", valueName: "count"))
  var retries: Int?

  @Option(help: ArgumentHelp("What the servers are told we are.", valueName: "name"))
  var userAgent: String?

  @Option(
    help: ArgumentHelp(
      "Let links reach this private address (repeatable): 127.0.0.1:8080, 10.0.0.0/8, [::1]:80.",
      valueName: "address[:port]"))
  var allowAddress: [AddressOption] = []

  @Flag(help: "Let links reach every private address. Only on a network you trust.")
  var allowPrivate = false

  @Option(
    help: ArgumentHelp(
      "Connect there instead (repeatable), as curl does: host:port:address:port.",
      valueName: "from:to"))
  var connectTo: [String] = []

  @Option(
    help: ArgumentHelp("Trust the authorities of this PEM file only.", valueName: "file"),
    completion: .file())
  var caFile: String?

  @OptionGroup var listings: ListingOptions
  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var access: AccessOptions

  mutating func validate() throws {
    if let retries, !(0...10).contains(retries) {
      throw ValidationError("--retries takes a number from 0 to 10.")
    }
    if let hostConnections, !(1...256).contains(hostConnections) {
      throw ValidationError("--host-connections takes a number from 1 to 256.")
    }
    if let connections, !(1...4096).contains(connections) {
      throw ValidationError("--connections takes a number from 1 to 4096.")
    }
    if let maxRedirects, !(0...50).contains(maxRedirects) {
      throw ValidationError("--max-redirects takes a number from 0 to 50.")
    }
    for entry in connectTo
    where entry.split(
      separator: ":", omittingEmptySubsequences: false
    ).count < 4 {
      throw ValidationError(
        "'\(entry)' is not host:port:address:port. Example: --connect-to news.test:443:127.0.0.1:8443"
      )
    }
  }

  /// Takes what was given over what is set, also for single hosts.
  func apply(to settings: inout ProbeSettings) {
    for name in settings.hosts.keys {
      if timeout != nil { settings.hosts[name]?.timeout = nil }
      if rate != nil { settings.hosts[name]?.rate = nil }
      if hostConnections != nil { settings.hosts[name]?.connections = nil }
    }
    if let timeout { settings.timeout = timeout.duration }
    if let connectTimeout { settings.connectTimeout = connectTimeout.duration }
    if let maxTime { settings.maxTime = maxTime.duration }
    if let rate { settings.rate = rate.perSecond.map { HostRate(start: $0) } }
    if let hostConnections { settings.connectionsPerHost = hostConnections }
    if let connections { settings.inFlight = connections }
    if let maxRedirects { settings.maxHops = maxRedirects }
    if let userAgent { settings.userAgent = userAgent }
    settings.addressGuard.allowsPrivate = allowPrivate
    settings.addressGuard.exemptions = Set(allowAddress.map(\.exemption))
    settings.detours = connectTo
    settings.authorities = caFile
    if let retries { settings.retriesPerRequest = retries }
    choices.apply(to: &settings)
    access.apply(to: &settings)
  }

  /// What whoever asked for it should know.
  var warning: String? {
    access.proxy.map { proxy in
      let shown = TerminalText.escaped(Redaction.url(proxy), limit: 500)
      return "Requests go through '\(shown)': that no private address is asked is now the proxy's "
        + "to see to."
    }
  }

  /// Takes what was given over what is set, and settles it.
  func apply(to plan: inout Plan) {
    apply(to: &plan.probing)
    choices.apply(to: &plan)
    listings.apply(to: &plan)
    plan.settleAddresses()
  }
}

/// An address that links may reach although it is private.
struct AddressOption: ExpressibleByArgument {
  /// As given.
  let text: String
  let exemption: Exemption

  init?(argument: String) {
    guard let exemption = Exemption(argument) else { return nil }
    text = argument
    self.exemption = exemption
  }
}
