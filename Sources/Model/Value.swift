/// A JSON value with its place. Cheap to pass: a reference and an index.
package struct Value: Sendable {
  package let document: Document
  /// Of the value's node on the tape.
  package let index: Int

  package init(document: Document, index: Int) {
    self.document = document
    self.index = index
  }

  var node: Node { document.tape[index] }

  package var kind: NodeKind { node.kind }

  /// The value's bytes in the document; strings with their quotes.
  package var range: Range<Int> { node.range }

  /// The value's place in the file.
  package var span: SourceSpan { document.span(of: range) }

  /// The value's text as it stands in the source.
  package var source: ArraySlice<UInt8> { document.bytes[range] }

  /// The members of an object in source order; empty for every other kind.
  package var members: Members { Members(object: self) }

  /// The elements of an array in source order; empty for every other kind.
  package var elements: Elements { Elements(array: self) }

  /// The first member of that name, compared byte by byte; none when this is no object.
  package func member(_ name: String) -> Value? {
    guard kind == .object else { return nil }
    var name = name
    let found = name.withUTF8 { document.member(named: $0, ofObject: index) }
    return found.map { Value(document: document, index: $0) }
  }

  /// The value at the end of a way of names.
  package func member(at names: [String]) -> Value? {
    var value: Value? = self
    for name in names { value = value?.member(name) }
    return value
  }

  /// The number of members or elements.
  package var count: Int {
    switch kind {
    case .object: members.reduce(0) { count, _ in count + 1 }
    case .array: elements.reduce(0) { count, _ in count + 1 }
    case .string, .number, .true, .false, .null, .key: 0
    }
  }

  /// The decoded text of a string or key as UTF-8; none for other kinds. See `JSONText`.
  package var utf8: [UInt8]? { text.map { $0.decoded() } }

  /// The decoded text of a string; none for other kinds.
  package var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

  /// The string's text with its map to the source; none for other kinds.
  package var text: JSONText? {
    switch kind {
    case .string, .key: JSONText(document: document, node: node)
    case .object, .array, .number, .true, .false, .null: nil
    }
  }
}

/// A member of an object: its key and its value.
package struct Member: Sendable {
  package let key: Value
  package let value: Value

  /// The decoded name.
  package var name: String { key.string ?? "" }

  /// Whether the decoded name is that one, byte by byte.
  package func hasName(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { key.document.isKey(key.node, named: $0) }
  }
}

/// The members of an object, in source order.
package struct Members: Sequence, IteratorProtocol, Sendable {
  private let document: Document
  private var index: Int
  private let end: Int

  init(object: Value) {
    document = object.document
    index = object.index + 1
    end = object.kind == .object ? Int(object.node.next) : 0
  }

  package mutating func next() -> Member? {
    guard index < end else { return nil }
    let key = Value(document: document, index: index)
    let value = Value(document: document, index: index + 1)
    index = Int(value.node.next)
    return Member(key: key, value: value)
  }
}

/// The elements of an array, in source order.
package struct Elements: Sequence, IteratorProtocol, Sendable {
  private let document: Document
  private var index: Int
  private let end: Int

  init(array: Value) {
    document = array.document
    index = array.index + 1
    end = array.kind == .array ? Int(array.node.next) : 0
  }

  package mutating func next() -> Value? {
    guard index < end else { return nil }
    let value = Value(document: document, index: index)
    index = Int(value.node.next)
    return value
  }
}
