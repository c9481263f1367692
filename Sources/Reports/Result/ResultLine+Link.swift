import Model

extension ResultLine {
  /// Where a link leads. Its number is the identity: links of one number are one link.
  func destination(number: Int) throws(ResultError) -> Destination {
    guard let url = try optionalString("target") else {
      let code = try string("reason")
      guard let reason = UncheckedReason(code: code) else {
        throw fault(.wrong("reason", expected: "a reason that is known"), at: optional("reason"))
      }
      return .unprobed(Href(try string("href")), reason)
    }
    return .target(
      Target(url: url, identity: String(number)),
      fragment: try optionalString("fragment").map(Fragment.init(_:)))
  }

  func occurrence(in file: String) throws(ResultError) -> (number: Int, LinkOccurrence) {
    let number = try int("number")
    var position: BodyPosition?
    if let line = try optionalInt("bodyLine"), let column = try optionalInt("bodyColumn") {
      position = BodyPosition(line: line, column: column)
    }
    let occurrence = LinkOccurrence(
      href: Href(try string("href")), role: try choice("role", of: LinkRole.self),
      field: FieldPath(try string("field")), span: try span(in: file), bodyPosition: position,
      destination: try destination(number: number))
    return (number, occurrence)
  }

  func judgement() throws(ResultError) -> Judgement {
    let judgement = Judgement(
      verdict: try choice("verdict", of: Verdict.self), cause: try string("cause"),
      sentence: try string("sentence"), status: try optionalInt("status"),
      movedTo: try optionalString("movedTo"), outcome: try outcome(),
      provenance: try provenance(), failing: try failing())
    guard let copy = try optionalObject("archived") else { return judgement }
    var beside = Judgement.Beside()
    beside.archived = ArchivedCopy(url: try copy.string("url"), date: try copy.string("date"))
    return judgement.with(beside)
  }

  private func outcome() throws(ResultError) -> Outcome? {
    guard let event = try optionalObject("outcome")?.event() else { return nil }
    var hops: [Hop] = []
    for hop in try objects("hops") {
      hops.append(
        Hop(
          url: try hop.string("url"), status: try hop.int("status"),
          location: try hop.string("location")))
    }
    return Outcome(
      event: event, hops: hops, attempts: try int("attempts"),
      exchange: try optionalObject("exchange")?.exchange(),
      askedAs: try optionalString("askedAs"), isAccepted: try isTrue("isAccepted"))
  }

  private func event() throws(ResultError) -> Outcome.Event {
    if let status = try optionalInt("answered") { return .answered(Answer(status: status)) }
    if let code = try optionalString("failed"), let cause = FailureCause(code: code) {
      return .failed(cause)
    }
    if let code = try optionalString("skipped"), let reason = UncheckedReason(code: code) {
      return .skipped(reason)
    }
    throw fault(.wrong("outcome", expected: "an outcome that is known"))
  }

  private func exchange() throws(ResultError) -> Exchange {
    var timings = Timings()
    if let times = try optionalObject("milliseconds") {
      timings.nameLookup = .microseconds(try times.thousandths("nameLookup"))
      timings.connect = .microseconds(try times.thousandths("connect"))
      timings.tls = .microseconds(try times.thousandths("tls"))
      timings.firstByte = .microseconds(try times.thousandths("firstByte"))
      timings.total = .microseconds(try times.thousandths("total"))
    }
    return Exchange(
      method: try string("method"), url: try string("url"),
      address: try optionalString("address"), httpVersion: try optionalString("httpVersion"),
      timings: timings, settings: try settings())
  }

  /// None where the settings added nothing.
  private func settings() throws(ResultError) -> Exchange.Settings? {
    var settings = Exchange.Settings()
    if optional("sent") != nil { settings.fields = try strings("sent") }
    settings.hasCertificate = try isTrue("hasCertificate")
    settings.isUnverified = try isTrue("isUnverified")
    settings.proxy = try optionalString("proxy")
    return settings == Exchange.Settings() ? nil : settings
  }

  /// A member that is left out where it is false.
  private func isTrue(_ name: String) throws(ResultError) -> Bool {
    optional(name) == nil ? false : try bool(name)
  }

  /// Without times, when it was is not told; no report tells it then.
  private func provenance() throws(ResultError) -> Provenance {
    switch try string("provenance") {
    case "fresh": .fresh
    case "corpus": .corpus
    case "remembered": .remembered(try time("rememberedAt") ?? 0)
    default: throw fault(.wrong("provenance", expected: "'fresh', 'corpus' or 'remembered'"))
    }
  }

  private func failing() throws(ResultError) -> FailingSince? {
    guard let runs = try optionalInt("failures") else { return nil }
    return FailingSince(time: try time("failingSince") ?? 0, runs: runs)
  }
}
