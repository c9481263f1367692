/// What makes an element special for who reads its tags.
struct TagNature: OptionSet {
  let rawValue: UInt8

  /// Has no end tag. HTML, section 13.1.2.
  static let void = TagNature(rawValue: 1)
  /// May come before the body. HTML, section 13.2.6.4.4.
  static let head = TagNature(rawValue: 2)
  static let root = TagNature(rawValue: 4)
  static let body = TagNature(rawValue: 8)
  /// Holds elements that are not of HTML.
  static let foreign = TagNature(rawValue: 16)
  /// May hold ``RawText``; that is for it to say.
  static let raw = TagNature(rawValue: 32)

  /// None of these for most elements.
  static func of(_ name: TagName) -> TagNature {
    // The one name among them that is longer than the table takes.
    name.key == 0 ? (name == plaintext ? .raw : []) : TagNature(rawValue: table[name])
  }

  private static let plaintext: TagName = "plaintext"

  private static let natures: [(name: TagName, nature: TagNature)] = [
    ("area", .void), ("base", [.void, .head]), ("body", .body), ("br", .void), ("col", .void),
    ("embed", .void), ("head", .head), ("hr", .void), ("html", [.root, .head]), ("iframe", .raw),
    ("img", .void), ("input", .void), ("link", [.void, .head]), ("math", .foreign),
    ("meta", [.void, .head]), ("noembed", .raw), ("noframes", .raw), ("noscript", .head),
    ("param", .void), ("script", [.head, .raw]), ("source", .void), ("style", [.head, .raw]),
    ("svg", .foreign), ("template", .head), ("textarea", .raw), ("title", [.head, .raw]),
    ("track", .void), ("wbr", .void), ("xmp", .raw),
  ]

  private static let table = TagTable(natures.map { ($0.name, $0.nature.rawValue) })
}

/// How many elements of each name are open.
struct TagCounts {
  /// Names of at most eight bytes come first.
  private var keys = [UInt64](repeating: 0, count: 128)
  private var counts = [Int](repeating: 0, count: 128)
  private var taken = 0
  private var others: [TagName: Int] = [:]

  subscript(name: TagName) -> Int {
    get {
      seat(of: name).flatMap { keys[$0] == name.key ? counts[$0] : nil } ?? others[name] ?? 0
    }
    set {
      guard let seat = seat(of: name), keys[seat] == name.key || taken < 64 else {
        others[name] = newValue
        return
      }
      if keys[seat] == 0 {
        keys[seat] = name.key
        taken += 1
      }
      counts[seat] = newValue
    }
  }

  /// Where a short name is, or would be.
  private func seat(of name: TagName) -> Int? {
    guard name.key != 0 else { return nil }
    var seat = Int(truncatingIfNeeded: (name.key &* 0x9E37_79B9_7F4A_7C15) >> 57)
    while keys[seat] != 0, keys[seat] != name.key { seat = (seat + 1) & 127 }
    return seat
  }
}
