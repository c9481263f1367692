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

// There are more of these than of anything else, so they go by number without a search in generic
// code.
extension LinkRole: Packable {
  package func pack(into packer: inout Packer) {
    switch self {
    case .body: packer.append(0)
    case .image: packer.append(1)
    case .alternate: packer.append(2)
    case .field: packer.append(3)
    }
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    switch try unpacker.number() {
    case 0: self = .body
    case 1: self = .image
    case 2: self = .alternate
    case 3: self = .field
    default: throw UnpackError()
    }
  }
}
