import Model

extension RuleEngine {
  /// What the rules over the corpus must know of a record.
  ///
  /// - Parameter collector: knows where the rules about single records have fired: a value that one of
  ///   them has told, and that a rule waits for, takes no part.
  func corpusFacts(
    of context: RecordContext, as variant: RuleVariant, after collector: FindingCollector
  ) -> RecordFacts {
    let record = context.record
    var facts = RecordFacts(
      record: CorpusRecord(ordinal: record.ordinal, key: record.key, document: record.document))
    for (position, corpusRule) in corpusRules.enumerated() {
      let rule = corpusRule.rule
      guard variant.rules[rule.number] != nil, rule.applies(in: context) else { continue }
      for (place, number) in rule.given.enumerated() {
        let selector = selectors[number]
        var element = 0
        context.visit(selector: number) { subject in
          element += 1
          guard !collector.isHeldBack(rule, at: subject),
            let note = corpusRule.note(subject, place, context)
          else { return }
          facts.facts.append(
            CorpusFact(
              rule: position, note: note, subject,
              at: selector.path(of: subject, element: element - 1)))
        }
      }
      guard !rule.rule.links.isEmpty, !context.links.isEmpty else { continue }
      context.visitLinks(rule.rule.links) { subject in
        guard !collector.isHeldBack(rule, at: subject),
          let note = corpusRule.note(subject, -1, context)
        else { return }
        facts.facts.append(CorpusFact(rule: position, note: note, subject, at: nil))
      }
    }
    facts.locate()
    for (position, rule) in watched.enumerated() where selectorUse != nil {
      for (place, number) in rule.given.enumerated()
      where context.picksAny(selector: number) {
        facts.matched.append(SelectorMatch(rule: position, selector: place))
      }
    }
    return facts
  }
}

extension CorpusFact {
  /// A long text is marked at its beginning only.
  private static let mostMarked = 80

  /// - Parameter field: the value's path where it is known; finding it takes a walk.
  fileprivate init(rule: Int, note: CorpusNote, _ subject: Subject, at field: FieldPath?) {
    self.rule = rule
    self.note = note
    let range: Range<Int>
    switch subject.place {
    case .value(let value):
      source = .value(value.index)
      self.field = field ?? value.path
      range = value.range
    case .link(let links, let position):
      source = .link(links[position].href)
      self.field = links[position].field
      range = subject.sourceRange
    }
    var end = min(range.upperBound, range.lowerBound + Self.mostMarked)
    let bytes = subject.document.bytes
    while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    self.range = range.lowerBound..<end
  }
}

extension RecordFacts {
  /// Fills in where the facts lie, in one walk over the record.
  fileprivate mutating func locate() {
    let document = record.document
    let bytes = document.bytes
    var place = document.origin
    var position = 0
    let order = facts.indices.sorted {
      facts[$0].range.lowerBound < facts[$1].range.lowerBound
    }
    for index in order {
      let target = facts[index].range.lowerBound
      place = place.advanced(over: bytes.span.extracting(position..<target))
      position = target
      facts[index].line = place.line
      facts[index].column = place.column
      facts[index].columnInUTF8 = place.columnInUTF8
    }
  }
}

extension SelectorPlan {
  /// The path of a subject that it picks, without a walk; none where that takes one.
  fileprivate func path(of subject: Subject, element: Int) -> FieldPath? {
    if let path = selector.path { return path }
    // Where the record is of another shape the list may be an object, whose values follow keys.
    guard let list, let index = subject.value?.index, index > 0,
      subject.document.tape[index - 1].kind != .key
    else { return nil }
    return list.appending(element)
  }
}
