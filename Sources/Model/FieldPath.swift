/// The way to a value: a JSON Pointer, `/alternates/html`. RFC 6901.
///
/// Compared and hashed by bytes, never by canonical equivalence.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// The pointer's text as UTF-8; empty for the whole record.
  package let utf8: [UInt8]

  package static let root = FieldPath(utf8: [])

  package init(utf8: [UInt8]) {
    self.utf8 = utf8
  }

  package init(_ pointer: String) {
    utf8 = Array(pointer.utf8)
  }

  package var description: String { String(decoding: utf8, as: UTF8.self) }

  /// The path of a member; `~` and `/` in the name are escaped.
  package func appending(_ name: some Sequence<UInt8>) -> FieldPath {
    var path = utf8
    path.append(UInt8(ascii: "/"))
    for byte in name {
      switch byte {
      case UInt8(ascii: "~"): path.append(contentsOf: "~0".utf8)
      case UInt8(ascii: "/"): path.append(contentsOf: "~1".utf8)
      default: path.append(byte)
      }
    }
    return FieldPath(utf8: path)
  }

  /// The path of an element.
  package func appending(_ index: Int) -> FieldPath {
    appending(String(index).utf8)
  }

  /// The path with `*` for every index: what stays the same when elements come and go. A name of
  /// digits only is taken for an index.
  package var shape: FieldPath {
    var shape: [UInt8] = []
    for token in utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst()
    {
      let isIndex = !token.isEmpty && token.allSatisfy { (0x30...0x39).contains($0) }
      shape.append(UInt8(ascii: "/"))
      shape.append(contentsOf: isIndex ? [UInt8(ascii: "*")] : token)
    }
    return FieldPath(utf8: shape)
  }

  /// The names and indices on the way, unescaped.
  package var tokens: [[UInt8]] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().map {
      token in
      var unescaped: [UInt8] = []
      var bytes = token.makeIterator()
      while let byte = bytes.next() {
        guard byte == UInt8(ascii: "~") else {
          unescaped.append(byte)
          continue
        }
        unescaped.append(
          bytes.next() == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~"))
      }
      return unescaped
    }
  }
}

extension Value {
  /// The value at a path below this one; none when a step leads nowhere.
  package subscript(path: FieldPath) -> Value? {
    var value = self
    for token in path.tokens {
      let name = String(decoding: token, as: UTF8.self)
      let next: Value? =
        switch value.kind {
        case .object: value.member(name)
        case .array:
          Int(name).flatMap { position in
            position < 0 ? nil : value.elements.dropFirst(position).first { _ in true }
          }
        case .string, .number, .true, .false, .null, .key: nil
        }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// The path from the document's root to this value. Walks the document; for findings.
  package var path: FieldPath {
    var path = FieldPath.root
    var value = document.root
    while value.index != index {
      var isInside = false
      switch value.kind {
      case .object:
        for member in value.members
        where member.key.index == index || member.value.contains(index) {
          path = path.appending(member.key.utf8 ?? [])
          if member.key.index == index { return path }
          value = member.value
          isInside = true
          break
        }
      case .array:
        for (position, element) in value.elements.enumerated() where element.contains(index) {
          path = path.appending(position)
          value = element
          isInside = true
          break
        }
      case .string, .number, .true, .false, .null, .key: break
      }
      if !isInside { break }
    }
    return path
  }

  private func contains(_ other: Int) -> Bool {
    index <= other && other < Int(node.next)
  }
}
