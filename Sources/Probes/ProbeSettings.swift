internal import Glibc
package import Model

/// How a run probes.
package struct ProbeSettings: Sendable {
  /// Where connections may go.
  package var addressGuard = AddressGuard()
  /// How fast a host is asked; nil for no limit.
  package var rate: HostRate? = HostRate()
  /// Requests to one host at a time.
  package var connectionsPerHost = 6
  /// What differs at some hosts, by name, with the port where it is not the scheme's own.
  package var hosts: [String: HostLimits] = [:]
  /// Makes the readers of pages; none where no rule about pages is asked.
  package var pageReader: (@Sendable (PageWish) -> any PageReader)?
  /// The decoded bytes of a body that are read at most; nil for the usual 5 MiB.
  package var bodyLimit: Int?
  /// Requests under way at a time, all hosts together.
  package var inFlight = 64
  /// Redirects that are followed in a row.
  package var maxHops = 10
  /// Name look-up, connection and TLS of one request.
  package var connectTimeout = Duration.seconds(10)
  /// One request.
  package var timeout = Duration.seconds(30)
  /// How long a request may stay under 64 bytes a second.
  package var stallTimeout = Duration.seconds(15)
  /// All requests together; nil for no limit.
  package var maxTime: Duration?
  /// The wait before bad news is confirmed.
  package var confirmDelay = Duration.seconds(5)
  /// The bound of the first back-off; later ones double.
  package var backOff = Duration.seconds(1)
  /// The longest back-off, and the longest wait that a server may ask for.
  package var longestWait = Duration.seconds(30)
  /// What all waits that one host asks for may come to.
  package var longestWaitPerHost = Duration.seconds(120)
  /// Retries that are allowed besides a tenth of the requests.
  package var retries = 10
  /// Retries that one host gets.
  package var retriesPerHost = 5
  /// Fruitless connections in a row after which a host is down.
  package var failuresUntilHostIsDown = 5
  /// How long a host that is down is left alone before a single request shows whether it is back.
  /// A run does not last longer for it.
  package var pauseOfHostThatIsDown = Duration.seconds(60)
  /// Who we say we are.
  package var userAgent = "stet"
  /// How an answer is asked for first; HEAD where the status suffices.
  package var asksWithGET = false
  /// Statuses of a final answer that count as alive beside 200 to 299.
  package var accepted = StatusRanges()
  /// What is sent to single origins, by origin, and never across a redirect or to another scheme,
  /// host or port; from the command line only.
  package var origins: [String: OriginSettings] = [:]
  /// Hosts, or hosts with their ports, whose certificates are taken as they are; from the command
  /// line only.
  package var insecureHosts: Set<String> = []
  /// The proxy that makes every connection; from the command line only. Which addresses it
  /// connects to is its own to judge.
  package var proxy: String?
  /// What is asked in the place of an address, if anything.
  package var remap: AddressRule<String?>?
  /// Which addresses are not asked, also when a redirect leads there.
  package var exclusion: AddressRule<Bool>?
  /// Whether sites are asked for their robots.txt, and it is heeded.
  package var heedsRobots = false
  /// How often a request is made again at most, where that may help; nil by the kind of failure.
  package var retriesPerRequest: Int?
  /// Where to connect instead, as `host:port:address:port`; from the command line only.
  package var detours: [String] = []
  /// The file of trusted authorities; nil is libcurl's own.
  package var authorities: String?
  /// A random number from 0 up to but not 1.
  package var random: @Sendable () -> Double = { .random(in: 0..<1) }
  /// Seconds since 1970.
  package var wallClock: @Sendable () -> Int = { time(nil) }

  /// The defaults.
  package init() {}

  /// Whether an absolute address is not to be asked.
  package func excludes(_ address: String) -> Bool { exclusion?.answer(address) ?? false }
}
