import Curl
import Standards

/// What `--version` says.
enum Version {
  static let number = "0.1.0"

  /// What servers are told we are.
  static let userAgent = "stet/\(number) (link checker)"

  /// The libraries and data that answers depend on, one a line.
  static var details: String {
    """
    stet \(number)
    libcurl \(Runtime.versions.curl), \(Runtime.versions.tls)
    IANA Language Subtag Registry \(LanguageRegistry.fileDate)
    """
  }
}
