/// What can be written as bytes, and read again equal to what it was. The bytes are read by the
/// process that wrote them and by no other: they have no version.
package protocol Packable {
  func pack(into packer: inout Packer)

  /// - Throws: ``UnpackError`` for bytes that `pack` has not written.
  init(from unpacker: inout Unpacker) throws(UnpackError)
}

/// Bytes that no packer has written.
package struct UnpackError: Error, Hashable, Sendable {
  package init() {}
}

/// Texts that are often the same again: each of them is written once in a row.
package enum RepeatedText: Sendable {
  case file, record, address
}

/// The last text of each sort.
struct RepeatedTexts: Sendable {
  private var file = ""
  private var record = ""
  private var address = ""

  subscript(repeated: RepeatedText) -> String {
    get {
      switch repeated {
      case .file: file
      case .record: record
      case .address: address
      }
    }
    set {
      switch repeated {
      case .file: file = newValue
      case .record: record = newValue
      case .address: address = newValue
      }
    }
  }
}

extension Packable where Self: CaseIterable & Equatable {
  package func pack(into packer: inout Packer) {
    packer.append(Self.allCases.enumerated().first { $0.element == self }?.offset ?? 0)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let number = try unpacker.number()
    guard let found = Self.allCases.dropFirst(max(0, number)).first, number >= 0 else {
      throw UnpackError()
    }
    self = found
  }
}

extension Bool: Packable {
  package func pack(into packer: inout Packer) { packer.append(self ? 1 : 0) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self = try unpacker.number() == 1
  }
}

extension Int: Packable {
  package func pack(into packer: inout Packer) { packer.append(self) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) { self = try unpacker.number() }
}

extension String: Packable {
  package func pack(into packer: inout Packer) { packer.append(self) }

  package init(from unpacker: inout Unpacker) throws(UnpackError) { self = try unpacker.text() }
}

extension Optional: Packable where Wrapped: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(self == nil ? 0 : 1)
    self?.pack(into: &packer)
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    self = try unpacker.number() == 0 ? nil : try Wrapped(from: &unpacker)
  }
}

extension Array: Packable where Element: Packable {
  package func pack(into packer: inout Packer) {
    packer.append(count)
    for element in self { element.pack(into: &packer) }
  }

  package init(from unpacker: inout Unpacker) throws(UnpackError) {
    let count = try unpacker.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &unpacker)) }
  }
}
