internal import Curl
internal import Model
internal import Standards

extension Exchange {
  /// The exchange that a reply tells of.
  init(_ reply: Reply, of ask: Ask) {
    var timings = Model.Timings()
    timings.nameLookup = reply.timings.nameLookup
    timings.connect = reply.timings.connect
    timings.tls = reply.timings.tls
    timings.firstByte = reply.timings.firstByte
    timings.total = reply.timings.total
    let versions = [10: "1.0", 11: "1.1", 20: "2"]
    self.init(
      method: ask.means.method.rawValue, url: ask.url.serializedWithoutFragment,
      address: reply.peer?.description, httpVersion: versions[reply.version], timings: timings,
      settings: ask.settings)
  }
}
