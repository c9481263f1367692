/// One JSON value, or one key, of a document's tape: 16 bytes.
///
/// The tape is in document order. A container is followed by its contents: an array by its
/// elements, an object by key and value in turn. `next` skips a node with all its contents.
package struct Node: Sendable {
  package let kind: NodeKind
  /// For strings and keys: whether the text holds a backslash.
  package let hasEscapes: Bool
  let startOffset: UInt32
  package private(set) var endOffset: UInt32
  package private(set) var next: UInt32

  package init(kind: NodeKind, hasEscapes: Bool = false, start: Int, end: Int, next: Int) {
    self.kind = kind
    self.hasEscapes = hasEscapes
    startOffset = UInt32(start)
    endOffset = UInt32(end)
    self.next = UInt32(next)
  }

  /// The tape index after this node and all its contents.
  package var nextIndex: Int { Int(next) }

  /// The bytes of the value in its document; strings with their quotes.
  package var range: Range<Int> { Int(startOffset)..<Int(endOffset) }

  /// Closes a container: the byte after its bracket, and the node after its contents.
  package mutating func close(end: Int, next: Int) {
    endOffset = UInt32(end)
    self.next = UInt32(next)
  }
}

/// The sort of a JSON value. RFC 8259, section 3.
package enum NodeKind: UInt8, Sendable, CaseIterable {
  case object, array, string, number, `true`, `false`, null, key
}
