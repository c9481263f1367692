import Model

/// The members of a record's outermost object, read once: rules ask for them by name all the time.
struct MemberTable {
  private let document: Document
  private var members: [Known] = []

  private struct Known {
    /// The name's bytes in the document, without quotes.
    let name: Range<Int>
    /// For names with escapes.
    let decoded: [UInt8]?
    let value: Int
  }

  /// Objects with more members are not taken apart: looking through them costs the same.
  private static let most = 256

  init(of record: Record) {
    document = record.document
    for member in record.root.members.prefix(Self.most + 1) {
      let range = member.key.range
      let decoded = member.key.text?.hasEscapes == true ? member.key.utf8 : nil
      members.append(
        Known(
          name: range.lowerBound + 1..<range.upperBound - 1, decoded: decoded,
          value: member.value.index))
    }
    if members.count > Self.most { members.removeAll() }
  }

  /// The first member of that name.
  func value(_ name: String) -> Value? {
    guard !members.isEmpty else { return document.root.member(name) }
    let index = document.bytes.withUnsafeBufferPointer { bytes in
      members.first { known in
        if let decoded = known.decoded { return decoded.elementsEqual(name.utf8) }
        return known.name.count == name.utf8.count
          && bytes[known.name].elementsEqual(name.utf8)
      }?.value
    }
    return index.map { Value(document: document, index: $0) }
  }
}
