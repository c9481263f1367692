extension SourceLocation: Packable {
  package func pack(into packer: inout Packer) { packer.append(self) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) { self = try unpacker.place() }
}

extension SourceSpan: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(start)
    packer.append(end)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(start: try unpacker.place(), end: try unpacker.place())
  }
}

extension FieldPath: Packable {
  package func pack(into packer: inout Packer) { packer.append(self) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self = try unpacker.field()
  }
}

extension RuleID: Packable {
  package func pack(into packer: inout Packer) { packer.append(description) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(try unpacker.text())
  }
}

extension RecordKey: Packable {
  package func pack(into packer: inout Packer) { packer.append(description, as: .record) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(try unpacker.text(as: .record))
  }
}

extension BodyPosition: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(line)
    packer.append(column)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self.init(line: try unpacker.number(), column: try unpacker.number())
  }
}

extension LinkRole: Packable {}
