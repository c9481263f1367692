extension Page: Packable {
  package func pack(into packer: inout Packer) {
    form.pack(into: &packer)
    facts.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(form: try PageForm(from: &unpacker), facts: try [PageFact](from: &unpacker))
  }
}

extension PageForm: Packable {}

extension PageFact: Packable {
  package func pack(into packer: inout Packer) {
    kind.pack(into: &packer)
    packer.append(text)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(try Kind(from: &unpacker), try unpacker.text())
  }
}

extension PageFact.Kind: Packable {}

extension PageWish: Packable {
  package func pack(into packer: inout Packer) {
    form.pack(into: &packer)
    lines.map(Int.init).pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(
      form: try PageForm(from: &unpacker),
      lines: try [Int](from: &unpacker).map { UInt32(truncatingIfNeeded: $0) })
  }
}
