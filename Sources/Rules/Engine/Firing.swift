import Model

/// A finding as an example sees it.
struct Firing {
  let field: FieldPath
  let message: String
  /// The marked source text.
  var marked: String?
  /// What the suggestion makes of the source of the whole value.
  var mended: String?

  init(field: FieldPath, message: String) {
    self.field = field
    self.message = message
  }

  /// The list whose element a field is: what is removed is seen in what is left.
  private static func list(around field: FieldPath, in document: Document) -> Value? {
    guard let slash = field.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let parent = document.root[FieldPath(utf8: Array(field.utf8[..<slash]))]
    return parent?.kind == .array ? parent : nil
  }

  init(_ finding: Finding, in document: Document?) {
    self.init(field: finding.field, message: finding.message)
    guard let document else {
      mended = finding.suggestion?.edits.first?.replacement
      return
    }
    func text(_ range: Range<Int>) -> String {
      String(decoding: document.bytes[range], as: UTF8.self)
    }
    func range(_ span: SourceSpan) -> Range<Int> {
      span.start.offset - document.origin.offset..<span.end.offset - document.origin.offset
    }
    marked = text(range(finding.span))
    guard let edits = finding.suggestion?.edits else { return }
    // Renamed members are not found by their old name's value.
    var whole = document.root[finding.field]?.range ?? range(finding.span)
    if let list = Self.list(around: finding.field, in: document),
      edits.contains(where: {
        $0.replacement.isEmpty && range($0.span).lowerBound < whole.lowerBound
      })
    {
      whole = list.range
    }
    let isInside = edits.allSatisfy { whole.contains(range($0.span).lowerBound) }
    guard isInside else {
      mended = edits.first?.replacement
      return
    }
    var mended = ""
    var position = whole.lowerBound
    for edit in edits {
      let place = range(edit.span)
      mended += text(position..<place.lowerBound) + edit.replacement
      position = place.upperBound
    }
    mended += text(position..<whole.upperBound)
    self.mended = mended
  }
}
