import ArgumentParser
import Glibc
import Model
import Settings
import Standards

/// A length of time on the command line: `10`, `10s`, `500ms`, `2m`, `1h`.
struct TimeOption: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    guard let duration = TimeText.duration(argument) else { return nil }
    self.duration = duration
  }
}

/// A size on the command line: `16MiB`, `5MB`, `200k`, bytes without a unit.
struct SizeOption: ExpressibleByArgument {
  let bytes: Int

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(digits), value > 0, value < 1 << 40 else { return nil }
    switch argument.dropFirst(digits.count).lowercased() {
    case "", "b": bytes = value
    case "k", "kb": bytes = value * 1000
    case "kib": bytes = value << 10
    case "m", "mb": bytes = value * 1_000_000
    case "mib": bytes = value << 20
    case "g", "gb": bytes = value * 1_000_000_000
    case "gib": bytes = value << 30
    default: return nil
    }
  }
}

/// Requests a second to one host, or no bound: `20`, `0.5`, `off`.
struct RateOption: ExpressibleByArgument {
  /// None for no bound.
  let perSecond: Double?

  init?(argument: String) {
    if argument == "off" {
      perSecond = nil
      return
    }
    guard let value = Double(argument), value > 0, value.isFinite else { return nil }
    perSecond = value
  }
}

extension Shard: ExpressibleByArgument {
  /// Reads `2/4`.
  public init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number, of: count)
  }
}

/// A report on the command line: `FORMAT` or `FORMAT=FILE`. What it means is the reports' to say.
struct ReportOption: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    text = argument
  }
}

/// When colours are used.
enum ColorOption: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

extension Severity: ExpressibleByArgument {}

/// A point in time on the command line, in RFC 3339.
struct InstantOption: ExpressibleByArgument {
  /// Since 1970.
  let seconds: Int

  init?(argument: String) {
    guard let reading = try? DateReading(argument) else { return nil }
    seconds = reading.instant.seconds
  }
}

/// The clock on the wall.
enum Clock {
  /// Seconds since 1970.
  static var now: Int { time(nil) }
}

/// A host on the command line: `a.example`, `a.example:8443`, `[::1]:8443`.
enum HostName {
  /// As probes know hosts; nil for what is none.
  static func polite(_ text: String) -> String? {
    guard !text.utf8.contains(where: { "/?#@\\".utf8.contains($0) || $0 <= 0x20 }),
      let url = try? WebURL("https://\(text)/"), let host = url.hostText
    else { return nil }
    return url.port.map { "\(host):\($0)" } ?? host
  }
}
