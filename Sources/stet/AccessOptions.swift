import ArgumentParser
import Glibc
import Probes

/// What is sent to single origins and how servers are reached: from the command line only, because
/// a pull request can change a file.
struct AccessOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Send a field to this origin and no other (repeatable): 'https://api.example X-Key: 1'.",
      valueName: "origin name: value"))
  var header: [String] = []

  @Option(
    help: ArgumentHelp(
      "The same with the value from an environment variable: 'https://api.example X-Key=API_KEY'.",
      valueName: "origin name=variable"))
  var headerEnv: [String] = []

  @Option(
    help: ArgumentHelp(
      "Log in to this origin with the user:password of an environment variable (repeatable): "
        + "https://api.example=API_LOGIN.", valueName: "origin=variable"))
  var auth: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show this origin the certificate of a PEM file (repeatable): https://api.example=me.pem.",
      valueName: "origin=file"), completion: .file())
  var clientCert: [String] = []

  @Option(
    help: ArgumentHelp(
      "The key of that certificate, where it is in another file.", valueName: "origin=file"),
    completion: .file())
  var clientKey: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take the certificate of this host as it is (repeatable); evidence tells so.",
      valueName: "host[:port]"))
  var insecure: [String] = []

  @Option(
    help: ArgumentHelp(
      "Connect through this proxy: http://host:port, also https, socks5 and socks5h. Which "
        + "addresses it connects to is its own to judge.", valueName: "url"))
  var proxy: String?

  mutating func validate() throws {
    _ = try origins()
    for host in insecure where HostName.polite(host) == nil {
      throw ValidationError("--insecure takes a host, with its port or without, not '\(host)'.")
    }
    let schemes = ["http://", "https://", "socks4://", "socks4a://", "socks5://", "socks5h://"]
    if let proxy, !schemes.contains(where: { proxy.utf8.starts(with: $0.utf8) }) {
      throw ValidationError("--proxy takes an address such as http://proxy.example:3128.")
    }
  }

  /// Takes what was given.
  func apply(to settings: inout ProbeSettings) {
    settings.origins = (try? origins()) ?? [:]
    settings.insecureHosts = Set(insecure.compactMap(HostName.polite))
    settings.proxy = proxy
  }

  /// The names of what origins get, for `stet config show`: their values are secrets.
  var shownHeaders: [String] {
    ((try? origins()) ?? [:]).sorted { $0.key < $1.key }.flatMap { origin, settings in
      settings.names.map { "\(origin) \($0): ***" }
    }
  }

  private func origins() throws -> [String: OriginSettings] {
    var origins: [String: OriginSettings] = [:]
    for text in header {
      let (origin, rest) = try Self.parts(text, at: " ", of: "--header", "'ORIGIN Name: value'")
      let (name, value) = try Self.halves(rest, at: ":", of: "--header", "'ORIGIN Name: value'")
      try Self.add(name, value, to: origin, of: "--header", &origins)
    }
    for text in headerEnv {
      let form = "'ORIGIN Name=VARIABLE'"
      let (origin, rest) = try Self.parts(text, at: " ", of: "--header-env", form)
      let (name, variable) = try Self.halves(rest, at: "=", of: "--header-env", form)
      try Self.add(
        name, try Self.value(of: variable, for: "--header-env"), to: origin, of: "--header-env",
        &origins)
    }
    for text in auth {
      let (origin, variable) = try Self.parts(text, at: "=", of: "--auth", "ORIGIN=VARIABLE")
      let login = try Self.value(of: variable, for: "--auth")
      guard origins[origin, default: OriginSettings()].addBasicAuthentication(login) else {
        throw ValidationError("The variable '\(variable)' does not hold user:password.")
      }
    }
    for text in clientCert {
      let (origin, file) = try Self.parts(text, at: "=", of: "--client-cert", "ORIGIN=FILE")
      try Self.check(file, of: "--client-cert")
      origins[origin, default: OriginSettings()].certificate = file
    }
    for text in clientKey {
      let (origin, file) = try Self.parts(text, at: "=", of: "--client-key", "ORIGIN=FILE")
      try Self.check(file, of: "--client-key")
      guard origins[origin]?.certificate != nil else {
        throw ValidationError("--client-key needs a --client-cert of the same origin.")
      }
      origins[origin]?.key = file
    }
    return origins
  }

  private static func add(
    _ name: String, _ value: String, to origin: String, of option: String,
    _ origins: inout [String: OriginSettings]
  ) throws {
    guard origins[origin, default: OriginSettings()].add(field: name, value) else {
      // The value is a secret, so it is not told.
      throw ValidationError("\(option) cannot set the field '\(name)', or not to such a value.")
    }
  }

  /// An origin and what follows it.
  private static func parts(
    _ text: String, at mark: Character, of option: String, _ form: String
  ) throws -> (origin: String, rest: String) {
    let (first, rest) = try halves(text, at: mark, of: option, form)
    guard let origin = OriginSettings.origin(first) else {
      throw ValidationError(
        "\(option) takes \(form) with an origin such as https://api.example, and no more than that."
      )
    }
    return (origin, rest)
  }

  private static func halves(
    _ text: String, at mark: Character, of option: String, _ form: String
  ) throws -> (String, String) {
    guard let place = text.firstIndex(of: mark), place > text.startIndex else {
      throw ValidationError("\(option) takes \(form).")
    }
    let rest = text[text.index(after: place)...].drop { $0 == " " }
    return (String(text[..<place]), String(rest))
  }

  private static func value(of variable: String, for option: String) throws -> String {
    guard let value = Environment[variable], !value.isEmpty else {
      throw ValidationError("\(option) names the variable '\(variable)', which is not set.")
    }
    return value
  }

  private static func check(_ file: String, of option: String) throws {
    guard access(file, R_OK) == 0 else {
      throw ValidationError("\(option) names '\(file)', which cannot be read.")
    }
  }
}
