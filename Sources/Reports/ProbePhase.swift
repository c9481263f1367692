import Model

/// A part of a request's time.
struct ProbePhase {
  /// Of the member in JSON.
  let name: StaticString
  /// For people.
  let label: String
  let duration: Duration

  /// The phases that a request went through, and its whole time. The timings count from the start.
  static func all(of timings: Timings) -> [ProbePhase] {
    var phases: [ProbePhase] = []
    var past = Duration.zero
    func add(_ name: StaticString, _ label: String, until time: Duration) {
      guard time > .zero else { return }
      phases.append(ProbePhase(name: name, label: label, duration: max(.zero, time - past)))
      past = max(past, time)
    }
    add("nameLookup", "name", until: timings.nameLookup)
    add("connect", "connect", until: timings.connect)
    add("tls", "TLS", until: timings.tls)
    add("firstByte", "wait", until: timings.firstByte)
    add("body", "read", until: timings.total)
    phases.append(ProbePhase(name: "total", label: "total", duration: timings.total))
    return phases
  }
}
