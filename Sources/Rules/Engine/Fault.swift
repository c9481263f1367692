import Model

/// One fault that a kind has found: what the engine makes a finding of.
struct Fault {
  var site: Site = .whole
  /// What the message's placeholders stand for; the first of a name counts.
  var values: [(name: String, value: String)] = []
  /// Other places beside those that the rule names.
  var related: [Value] = []
  var repair: Repair?
  /// What goes into the fingerprint; by default the text of the subject.
  var evidence: String?

  /// The identity of the subject that counts as the place, see `when: passes`; none for what is
  /// not there.
  func place(of subject: Subject) -> Int? {
    switch site {
    case .whole, .part: subject.identity
    case .value(let value): value.index
    case .key(let member): member.value.index
    case .absent, .passage: nil
    }
  }

  /// Where a fault lies.
  enum Site {
    /// The whole subject: a value, or a link's address.
    case whole
    /// Inside the subject's decoded text, in bytes.
    case part(Range<Int>)
    /// One of many places inside the subject's decoded text, in bytes: a place of its own, and the
    /// evidence.
    case passage(Range<Int>)
    /// Another value of the record.
    case value(Value)
    /// The name of a member.
    case key(Member)
    /// A member that an object, or an object in it, does not have: the names on the way.
    case absent([String], from: Value)
  }
}

/// How a fault can be mended.
struct Repair {
  /// As a phrase: `write 'en-US'`.
  let message: String
  let change: Change

  enum Change {
    /// The subject's text in whole, decoded.
    case text([UInt8])
    /// Parts of the subject's decoded text; in order, not overlapping.
    case parts([(range: Range<Int>, text: String)])
    /// The name of a member.
    case key(Member, String)
    /// Bytes of the document that go: an element of a list with its comma.
    case removal(Range<Int>)
  }

  /// Writes the whole text anew.
  static func writing(_ text: String) -> Repair {
    Repair(message: "write '\(Printable.text(text))'", change: .text(Array(text.utf8)))
  }
}

/// A fault of a link.
struct LinkFault {
  var values: [(name: String, value: String)] = []
  /// The address that the link should have.
  var replacement: String?
}
