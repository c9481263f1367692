import Model

/// The members of a record's outermost object, read once: rules ask for them by name all the time.
struct MemberTable {
  private let document: Document
  private var members: [Known] = []

  private struct Known {
    /// The name's bytes in the document, without quotes.
    let name: Range<Int>
    let value: Int
  }

  /// Objects with more members are not taken apart: looking through them costs the same. Nor are those
  /// with escapes in their names.
  private static let most = 256

  init(of record: Record) {
    document = record.document
    for member in record.root.members {
      guard let key = member.key.text, !key.hasEscapes, members.count < Self.most else {
        members.removeAll()
        return
      }
      members.append(Known(name: key.range, value: member.value.index))
    }
  }

  /// The first member of that name.
  func value(_ name: String) -> Value? {
    guard !members.isEmpty else { return document.root.member(name) }
    var name = name
    let index: Int? = name.withUTF8 { name in
      document.bytes.withUnsafeBufferPointer { bytes in
        members.withUnsafeBufferPointer { members in
          for index in members.indices where members[index].name.count == name.count {
            guard UnsafeBufferPointer(rebasing: bytes[members[index].name]).isSame(as: name) else {
              continue
            }
            return members[index].value
          }
          return nil
        }
      }
    }
    return index.map { Value(document: document, index: $0) }
  }
}
