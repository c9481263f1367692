/// The address that was asked is expected, as ``RepeatedText/address``: then a plain answer takes
/// some sixty bytes.
extension Outcome: Packable {
  package func pack(into packer: inout Packer) {
    switch event {
    case .answered(let answer):
      packer.append(0)
      answer.pack(into: &packer)
    case .failed(let cause):
      packer.append(1)
      cause.pack(into: &packer)
    case .skipped(let reason):
      packer.append(2)
      reason.pack(into: &packer)
    }
    hops.pack(into: &packer)
    packer.append(attempts)
    exchange.pack(into: &packer)
    askedAs.pack(into: &packer)
    isAccepted.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let event: Event
    switch try unpacker.number() {
    case 0: event = .answered(try Answer(from: &unpacker))
    case 1: event = .failed(try FailureCause(from: &unpacker))
    case 2: event = .skipped(try UncheckedReason(from: &unpacker))
    default: throw UnpackError()
    }
    self.init(
      event: event, hops: try [Hop](from: &unpacker), attempts: try unpacker.number(),
      exchange: try Exchange?(from: &unpacker), askedAs: try String?(from: &unpacker),
      isAccepted: try Bool(from: &unpacker))
  }
}

extension Answer: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(status)
    contentType.pack(into: &packer)
    botWall.pack(into: &packer)
    packer.append(fragments.count)
    for (fragment, state) in fragments {
      packer.append(fragment)
      state.pack(into: &packer)
    }
    validators.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let status = try unpacker.number()
    let contentType = try String?(from: &unpacker)
    let botWall = try String?(from: &unpacker)
    var fragments: [String: FragmentState] = [:]
    for _ in 0..<(try unpacker.count()) {
      let fragment = try unpacker.text()
      fragments[fragment] = try FragmentState(from: &unpacker)
    }
    self.init(
      status: status, contentType: contentType, botWall: botWall, fragments: fragments,
      validators: try Validators?(from: &unpacker))
  }
}

extension Validators: Packable {
  package func pack(into packer: inout Packer) {
    entityTag.pack(into: &packer)
    lastModified.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let validators = Validators(
      entityTag: try String?(from: &unpacker), lastModified: try String?(from: &unpacker))
    guard let validators else { throw UnpackError() }
    self = validators
  }
}

extension FragmentState: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .found: packer.append(0)
    case .missing: packer.append(1)
    case .undecidable(let reason):
      packer.append(2)
      packer.append(reason)
    }
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    switch try unpacker.number() {
    case 0: self = .found
    case 1: self = .missing
    case 2: self = .undecidable(try unpacker.text())
    default: throw UnpackError()
    }
  }
}

extension Hop: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(url, as: .address)
    packer.append(status)
    packer.append(location, as: .address)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      url: try unpacker.text(as: .address), status: try unpacker.number(),
      location: try unpacker.text(as: .address))
  }
}

extension Exchange: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(method)
    packer.append(url, as: .address)
    address.pack(into: &packer)
    httpVersion.pack(into: &packer)
    for time in [
      timings.nameLookup, timings.connect, timings.tls, timings.firstByte, timings.total,
    ] { time.pack(into: &packer) }
    settings.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let method = try unpacker.text()
    let url = try unpacker.text(as: .address)
    let address = try String?(from: &unpacker)
    let version = try String?(from: &unpacker)
    var timings = Timings()
    timings.nameLookup = try Duration(from: &unpacker)
    timings.connect = try Duration(from: &unpacker)
    timings.tls = try Duration(from: &unpacker)
    timings.firstByte = try Duration(from: &unpacker)
    timings.total = try Duration(from: &unpacker)
    self.init(
      method: method, url: url, address: address, httpVersion: version, timings: timings,
      settings: try Settings?(from: &unpacker))
  }
}

extension Exchange.Settings: Packable {
  package func pack(into packer: inout Packer) {
    fields.pack(into: &packer)
    hasCertificate.pack(into: &packer)
    isUnverified.pack(into: &packer)
    proxy.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init()
    fields = try [String](from: &unpacker)
    hasCertificate = try Bool(from: &unpacker)
    isUnverified = try Bool(from: &unpacker)
    proxy = try String?(from: &unpacker)
  }
}

extension Duration: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(Int(components.seconds))
    // Most times are whole microseconds.
    let (whole, rest) = components.attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000)
    packer.append(rest == 0 ? Int(whole) * 2 : Int(components.attoseconds) * 2 + 1)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let seconds = try unpacker.number()
    let rest = try unpacker.number()
    let (value, overflow) = (rest >> 1).multipliedReportingOverflow(
      by: rest & 1 == 0 ? 1_000_000_000_000 : 1)
    guard !overflow else { throw UnpackError() }
    self.init(secondsComponent: Int64(seconds), attosecondsComponent: Int64(value))
  }
}
