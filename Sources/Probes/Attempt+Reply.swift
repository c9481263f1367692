internal import Curl
internal import Model

extension Attempt {
  /// The attempt that a reply tells of.
  init(_ reply: Reply, of ask: Ask, _ patience: Request.Patience) {
    var manner = Manner()
    manner.timeout = patience.total
    manner.connectTimeout = patience.connecting
    manner.isHTTP11Only = ask.means.version == .http11
    manner.isIPv4Only = ask.means.family == .v4
    manner.isCompressed = !ask.means.isUncompressed
    manner.hasCookie = ask.cookie != nil
    self.init(
      exchange: Exchange(reply, of: ask), status: reply.status,
      failure: reply.failure.flatMap { FailureRow($0, detail: reply.detail)?.cause },
      isOnKeptConnection: reply.isOnKeptConnection,
      // What cookies say is nobody's business.
      fields: reply.fields.map { field in
        Field(name: field.name, value: field.name == "set-cookie" ? "(kept back)" : field.text)
      }, manner: manner)
  }
}
