package import Model

/// Reads JSON text into a tape of its values, strictly. RFC 8259.
///
/// Pure and linear but for the sorting of names in objects of many members. Nothing recurs, so the
/// depth limit may be set to anything.
package struct JSONReader: Sendable {
  /// The deepest nesting that is read; containers count.
  package let depthLimit: Int

  package init(depthLimit: Int = 512) {
    self.depthLimit = depthLimit
  }

  /// Reads a text that is one value, with white space around it.
  ///
  /// - Throws: `JSONError` at the first byte that cannot stand where it stands.
  package func reading(of text: [UInt8]) throws(JSONError) -> JSONReading {
    let span = text.span
    let (reading, end) = try prefix(of: span)
    let rest = span.afterSpace(end)
    guard rest == span.count else { throw span.error(.endOfText, at: rest) }
    return reading
  }

  /// Reads the value at the start of a text; `end` is the byte after it.
  ///
  /// An error at the end of the text, or a value that ends there, may read otherwise when more of
  /// the text is known.
  func prefix(of text: Span<UInt8>) throws(JSONError) -> (reading: JSONReading, end: Int) {
    precondition(text.count < UInt32.max)
    var builder = TapeBuilder(depthLimit: depthLimit)
    let end = try builder.readValue(in: text)
    return (builder.reading, end)
  }
}

/// What was read of one JSON text.
package struct JSONReading: Sendable {
  /// In document order, as `Node` says; not empty.
  package let tape: [Node]
  /// Faults that do not stop the reading, by place; at most `flawLimit`.
  package let flaws: [JSONFlaw]
  /// All flaws, those beyond the limit included.
  package let flawCount: Int

  /// The greatest number of flaws that are kept: a hostile text may hold millions.
  package static let flawLimit = 50
}

/// A fault of a JSON text that can be read all the same.
package struct JSONFlaw: Hashable, Sendable {
  package let kind: Kind
  /// The bytes that are at fault: a key with its quotes, or an escape.
  package let range: Range<Int>
  /// The tape index of the key or string that holds the fault.
  package let node: Int

  package enum Kind: Hashable, Sendable {
    /// A name that stood in the same object before, at that node.
    case duplicateKey(first: Int)
    /// Half of a surrogate pair. RFC 8259, section 8.2.
    case loneSurrogate
  }
}
