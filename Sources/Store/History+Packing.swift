package import Model

extension History: Packable {
  package func pack(into packer: inout Packer) {
    failing.pack(into: &packer)
    proving.pack(into: &packer)
    lastAlive.pack(into: &packer)
    packer.append(runs)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      failing: try FailureStreak?(from: &unpacker), proving: try FailureStreak?(from: &unpacker),
      lastAlive: try Int?(from: &unpacker), runs: try unpacker.number())
  }
}

extension FailureStreak: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(since)
    packer.append(count)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(since: try unpacker.number(), count: try unpacker.number())
  }
}
