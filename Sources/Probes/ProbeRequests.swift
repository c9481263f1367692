internal import Curl
internal import Model
internal import Standards

/// Makes the requests of a run, with the patience and the secrets that the settings grant.
struct ProbeRequests {
  private let settings: ProbeSettings
  private let choices: HostChoices

  init(_ settings: ProbeSettings, choices: HostChoices) {
    self.settings = settings
    self.choices = choices
  }

  /// The request of a probe, whose body goes to the job's sink where anything is sought in it.
  func request(_ ask: Ask, for job: ProbeJob) -> Request {
    var request = request(ask)
    let sought = job.machine.sought
    let reader = job.target.wish.flatMap { settings.pageReader?($0) }
    if ask.means.method == .get, !sought.isEmpty || reader != nil {
      job.sink = PageSink(sought, page: reader)
      request.sink = job.sink
    }
    return request
  }

  func request(_ ask: Ask) -> Request {
    var request = Request(url: ask.url.serializedWithoutFragment)
    request.method = ask.means.method
    request.version = ask.means.version
    request.family = ask.means.family
    request.isOnFreshConnection = ask.means.isOnFreshConnection
    request.isUncompressed = ask.means.isUncompressed
    request.cookie = ask.cookie
    request.fields = ask.conditions
    request.isUnverified = choices.isUnverified(ask.url)
    if let origin = choices.origin(of: ask.url) {
      request.fields += origin.fields
      request.identity = origin.identity
    }
    request.patience = patience(ask)
    return request
  }

  func patience(_ ask: Ask) -> Request.Patience {
    let times = ask.means.isPatient ? 2 : 1
    var patience = Request.Patience()
    patience.connecting = settings.connectTimeout * times
    let timeout = settings.hosts[ask.url.politeHost]?.timeout ?? settings.timeout
    patience.total = timeout * times
    patience.stalling = settings.stallTimeout * times
    return patience
  }
}
