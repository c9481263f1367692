extension FailureCause: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .noSuchName: packer.append(0)
    case .nameLookup: packer.append(1)
    case .connectionRefused: packer.append(2)
    case .connectionReset: packer.append(3)
    case .emptyReply: packer.append(4)
    case .certificateExpired: packer.append(5)
    case .certificateNotYetValid: packer.append(6)
    case .certificateSelfSigned: packer.append(7)
    case .certificateWrongHost: packer.append(8)
    case .certificateUntrusted: packer.append(9)
    case .tls: packer.append(10)
    case .http2: packer.append(11)
    case .headersTooLarge: packer.append(12)
    case .bodyCut: packer.append(13)
    case .encoding: packer.append(14)
    case .redirectLoop: packer.append(15)
    case .tooManyRedirects: packer.append(16)
    case .hostDown: packer.append(17)
    case .timeout(let phase):
      packer.append(18)
      phase.pack(into: &packer)
    case .protocolError(let phrase): pack(19, phrase, into: &packer)
    case .badRedirect(let phrase): pack(20, phrase, into: &packer)
    case .other(let phrase): pack(21, phrase, into: &packer)
    }
  }

  private func pack(_ number: Int, _ phrase: String, into packer: inout Packer) {
    packer.append(number)
    packer.append(phrase)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    switch try unpacker.number() {
    case 0: self = .noSuchName
    case 1: self = .nameLookup
    case 2: self = .connectionRefused
    case 3: self = .connectionReset
    case 4: self = .emptyReply
    case 5: self = .certificateExpired
    case 6: self = .certificateNotYetValid
    case 7: self = .certificateSelfSigned
    case 8: self = .certificateWrongHost
    case 9: self = .certificateUntrusted
    case 10: self = .tls
    case 11: self = .http2
    case 12: self = .headersTooLarge
    case 13: self = .bodyCut
    case 14: self = .encoding
    case 15: self = .redirectLoop
    case 16: self = .tooManyRedirects
    case 17: self = .hostDown
    case 18: self = .timeout(try TimeoutPhase(from: &unpacker))
    case 19: self = .protocolError(try unpacker.text())
    case 20: self = .badRedirect(try unpacker.text())
    case 21: self = .other(try unpacker.text())
    default: throw UnpackError()
    }
  }
}

extension TimeoutPhase: Packable {}
