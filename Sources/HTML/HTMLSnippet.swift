/// A piece of HTML in memory with the place of its start tags and attributes.
///
/// libxml2 says which elements there are; where they stand is known from the pass before it.
package struct HTMLSnippet: Sendable {
  package let tags: [HTMLTag]
  package let limits: HTMLLimits

  /// - Parameter text: valid UTF-8.
  package init(_ text: [UInt8]) {
    let collector = TagCollector()
    var mender = TagMender()
    mender.log = TagLog()
    var mended: [UInt8] = []
    mender.mend(text, depth: 0, into: &mended)
    mender.finish(into: &mended)
    let parser = PushParser(sink: collector)
    parser.feed(mended)
    parser.finish()
    let log = mender.log?.tags ?? []
    limits = parser.isUsable ? mender.limits : mender.limits.union(.memory)
    tags = collector.elements.compactMap { element in
      guard element.index >= 0, element.index < log.count else { return nil }
      let logged = log[element.index]
      return HTMLTag(
        name: element.name, range: logged.range,
        attributes: element.attributes.compactMap { name, value in
          guard let place = logged.attributes.first(where: { $0.name == name }) else { return nil }
          return HTMLAttribute(
            name: name, value: value, nameRange: place.nameRange, valueRange: place.valueRange)
        })
    }
  }
}

/// A start tag of a snippet.
package struct HTMLTag: Sendable, Hashable {
  /// In lower case.
  package let name: String
  /// From `<` to `>`, in bytes of the snippet.
  package let range: Range<Int>
  /// In source order, the first of each name.
  package let attributes: [HTMLAttribute]
}

/// An attribute of a snippet's tag.
package struct HTMLAttribute: Sendable, Hashable {
  /// In lower case.
  package let name: String
  /// Decoded.
  package let value: String
  package let nameRange: Range<Int>
  /// Without quotes, in bytes of the snippet; none where it has no value.
  package let valueRange: Range<Int>?
}

private final class TagCollector: HTMLSink {
  private(set) var elements: [(name: String, index: Int, attributes: [(String, String)])] = []

  func start(_ element: borrowing HTMLElement) {
    // Elements without an index are implied by others.
    var attributes = element.attributes
    guard let last = attributes.last, last.name == TagLog.attribute, let index = Int(last.value)
    else { return }
    attributes.removeLast()
    elements.append((element.name, index, attributes.map { ($0.name, $0.value) }))
  }

  func end(_ name: TagName) {}
  func characters(_ text: borrowing HTMLText) {}
}
