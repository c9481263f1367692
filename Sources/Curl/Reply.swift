/// What came of one request.
package struct Reply: Sendable {
  /// The status, once the whole head has arrived.
  package var status: Int?
  /// The fields that the engine keeps, in order, duplicates too.
  package var fields: [HeaderField] = []
  /// How the body ended.
  package var body = BodyEnd.none
  /// Decoded bytes of the body that arrived.
  package var bodyBytes = 0
  /// Bytes of heads and trailers that arrived.
  package var headerBytes = 0
  /// Why the transfer failed, if it did; a status may be known all the same.
  package var failure: TransferFailure?
  /// libcurl's words about the failure.
  package var detail = ""
  /// Who answered.
  package var peer: Endpoint?
  /// Whether a kept connection was used.
  package var isOnKeptConnection = false
  /// The HTTP spoken: 10, 11, 20.
  package var version = 0
  /// When each part was over.
  package var timings = Timings()
  /// What the guard refused to connect to.
  package var refused: [Endpoint] = []

  /// A reply with nothing in it.
  package init() {}

  /// How a body ended.
  package enum BodyEnd: Hashable, Sendable {
    /// There is none, or nobody wanted it.
    case none
    /// All of it arrived. `isCertain` is false where a cut would look the same.
    case complete(isCertain: Bool)
    /// The reader had enough.
    case stopped
    /// It is longer than is read.
    case cut
    /// The transfer failed inside it.
    case broken
  }

  /// Time from the start until each part was over; zero where it did not happen.
  package struct Timings: Hashable, Sendable {
    package var nameLookup = Duration.zero
    package var connect = Duration.zero
    package var tls = Duration.zero
    package var firstByte = Duration.zero
    package var total = Duration.zero

    /// All zero.
    package init() {}
  }
}
