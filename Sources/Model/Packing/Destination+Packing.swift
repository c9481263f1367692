extension Destination: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .target(let target, let fragment):
      packer.append(0)
      packer.append(target.url, as: .address)
      packer.append(target.identity, as: .address)
      fragment.pack(into: &packer)
    case .unprobed(let href, let reason):
      packer.append(1)
      packer.append(href.description)
      reason.pack(into: &packer)
    }
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    switch try unpacker.number() {
    case 0:
      self = .target(
        Target(url: try unpacker.text(as: .address), identity: try unpacker.text(as: .address)),
        fragment: try String?(from: &unpacker))
    case 1: self = .unprobed(Href(try unpacker.text()), try UncheckedReason(from: &unpacker))
    default: throw UnpackError()
    }
  }
}

extension UncheckedReason: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .offline: packer.append(0)
    case .relativeWithoutBase: packer.append(1)
    case .empty: packer.append(2)
    case .credentials: packer.append(3)
    case .excluded: packer.append(4)
    case .interrupted: packer.append(5)
    case .outOfTime: packer.append(6)
    case .robots: packer.append(11)
    case .outsideRoot: packer.append(12)
    case .port(let port):
      packer.append(7)
      packer.append(port)
    case .scheme(let text): pack(8, text, into: &packer)
    case .malformed(let text): pack(9, text, into: &packer)
    case .privateAddress(let text): pack(10, text, into: &packer)
    }
  }

  private func pack(_ number: Int, _ text: String, into packer: inout Packer) {
    packer.append(number)
    packer.append(text)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    switch try unpacker.number() {
    case 0: self = .offline
    case 1: self = .relativeWithoutBase
    case 2: self = .empty
    case 3: self = .credentials
    case 4: self = .excluded
    case 5: self = .interrupted
    case 6: self = .outOfTime
    case 7: self = .port(try unpacker.number())
    case 8: self = .scheme(try unpacker.text())
    case 9: self = .malformed(try unpacker.text())
    case 10: self = .privateAddress(try unpacker.text())
    case 11: self = .robots
    case 12: self = .outsideRoot
    default: throw UnpackError()
    }
  }
}
