/// Where the tags of a text stand, by their index.
struct TagLog {
  /// The attribute that carries a tag's index through libxml2.
  static let attribute = "stet-tag"

  private(set) var tags: [LoggedTag] = []

  /// The index of the tag that was added last.
  var last: Int { tags.count - 1 }

  mutating func add(_ tag: MendedTag, end: Int) {
    tags.append(
      LoggedTag(
        range: tag.start..<end,
        attributes: tag.attributes.map {
          LoggedAttribute(
            name: tag.name(of: $0), nameRange: $0.nameRange, valueRange: $0.valueRange)
        }))
  }
}

/// The place of a tag and of its attributes.
struct LoggedTag {
  let range: Range<Int>
  let attributes: [LoggedAttribute]
}

/// The place of an attribute: its name, and its value without quotes.
struct LoggedAttribute {
  let name: String
  let nameRange: Range<Int>
  let valueRange: Range<Int>?
}
