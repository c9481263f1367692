import Model

/// Where a fault lies in the record: worked out for faults only.
struct FaultSite {
  let field: FieldPath
  /// The bytes of the document.
  let range: Range<Int>
  /// What stands there, decoded and cut.
  let text: String
  /// The text as far as it stays the same when the source is laid out anew.
  private(set) var evidence: String

  init(_ fault: Fault, of subject: Subject) {
    switch fault.site {
    case .whole:
      self.init(subject: subject, range: nil)
    case .part(let part):
      let part = Self.ofWholeCharacters(part, in: subject.utf8)
      self.init(subject: subject, range: subject.sourceRange(ofDecoded: part))
    case .passage(let part):
      let part = Self.ofWholeCharacters(part, in: subject.utf8)
      self.init(
        field: subject.value?.path ?? .root,
        range: subject.sourceRange(ofDecoded: part) ?? subject.sourceRange,
        text: Self.cut(subject.utf8[part]))
    case .value(let value):
      self.init(subject: Subject(.value(value), in: value.document), range: nil)
    case .key(let member):
      self.init(
        field: member.key.path, range: member.key.range, text: Self.cut(member.key.utf8 ?? []))
    case .absent(let names, let object):
      let start = object.range.lowerBound
      self.init(
        field: names.reduce(object.path) { $0.appending($1.utf8) }, range: start..<start + 1,
        text: names.joined(separator: "."))
    }
  }

  private init(field: FieldPath, range: Range<Int>, text: String) {
    self.field = field
    self.range = range
    self.text = Redaction.withoutCredentials(text)
    evidence = self.text
  }

  private init(subject: Subject, range part: Range<Int>?) {
    switch subject.place {
    case .value(let value):
      self.init(
        field: value.path, range: part ?? value.range,
        text: Self.cut(value.kind == .string ? subject.utf8[...] : value.source))
      switch value.kind {
      case .object: evidence = "{…}"
      case .array: evidence = "[…]"
      case .string, .number, .true, .false, .null, .key: break
      }
    case .link(let links, let position):
      self.init(
        field: links[position].field, range: part ?? subject.sourceRange,
        text: Self.cut(subject.utf8))
    }
  }

  /// A range of a text that cuts no character: kinds that read bytes may name the first of one.
  private static func ofWholeCharacters(_ range: Range<Int>, in text: [UInt8]) -> Range<Int> {
    guard !range.isEmpty, 0 <= range.lowerBound, range.upperBound <= text.count else {
      return range
    }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > 0, text[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < text.count, text[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  private static func cut(_ text: some Sequence<UInt8>) -> String {
    let start = Array(text.prefix(4096))
    return String(decoding: start, as: UTF8.self)
  }

  /// The field's names with dots: `alternates.html`; `the record` for the whole of it.
  var fieldName: String { Self.name(of: field) }

  /// The last name alone.
  var lastName: String {
    field.tokens.last.map { String(decoding: $0, as: UTF8.self) } ?? "the record"
  }

  static func name(of field: FieldPath) -> String {
    let names = field.tokens.map { String(decoding: $0, as: UTF8.self) }
    return names.isEmpty ? "the record" : names.joined(separator: ".")
  }
}
