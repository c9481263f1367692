import Model

/// What is known of one record while the rules look at it. Lives in one thread.
final class RecordContext {
  let record: Record
  let links: [LinkOccurrence]
  /// Seconds since 1970.
  let now: Int
  private let selectors: [SelectorPlan]
  private let members: MemberTable
  private var picked: [[Subject]?]
  /// By node, for the first nodes; most records have no more.
  private var first: [Subject?]
  private var others: [Int: Subject] = [:]
  private var linkSubjects: [Subject?]
  private var guesses = 0
  /// The record's Markdown texts.
  private(set) var markdown: [MarkdownSubject] = []

  init(
    record: Record, links: [LinkOccurrence], markdown: [MarkdownText], now: Int,
    selectors: [SelectorPlan]
  ) {
    self.record = record
    self.links = links
    self.now = now
    self.selectors = selectors
    members = MemberTable(of: record)
    first = Array(repeating: nil, count: min(record.document.tape.count, 512))
    linkSubjects = Array(repeating: nil, count: links.count)
    picked = Array(repeating: nil, count: selectors.count)
    for text in markdown {
      // Of a name that stands twice, the path leads to the first.
      guard let value = record.root[text.path], value.text?.range == text.text.range else {
        continue
      }
      self.markdown.append(MarkdownSubject(subject(of: value), text.document))
    }
  }

  /// Calls `body` for each subject that the engine's selector of that number picks, once each.
  ///
  /// Where there are many, they are not kept: there may be millions.
  func visit(selector number: Int, _ body: (Subject) -> Void) {
    let plan = selectors[number]
    if let names = plan.names {
      if let value = value(at: names) { body(subject(of: value)) }
      return
    }
    if !plan.isDeep, let few = few(of: plan, number) {
      for subject in few { body(subject) }
      return
    }
    var seen: Set<Int> = []
    plan.selector.visit(record.root) { value in
      if plan.mayRepeat, !seen.insert(value.index).inserted { return }
      body(passing(value))
    }
  }

  /// The subjects of a selector where they are few enough to be kept.
  private func few(of plan: SelectorPlan, _ number: Int) -> [Subject]? {
    if let known = picked[number] { return known }
    var values: [Value] = []
    var isMany = false
    plan.selector.visit(record.root) { value in
      if plan.mayRepeat, values.contains(where: { $0.index == value.index }) { return }
      if values.count < Self.most { values.append(value) } else { isMany = true }
    }
    guard !isMany else { return nil }
    let found = values.map(subject(of:))
    picked[number] = found
    return found
  }

  private static let most = 256
  private static let mostGuesses = 100

  /// The subject of a value, not kept if it is new and one of many.
  func passing(_ value: Value) -> Subject {
    if value.index < first.count { return subject(of: value) }
    return known(value) ?? Subject(.value(value), in: record.document)
  }

  private func known(_ value: Value) -> Subject? {
    value.index < first.count ? first[value.index] : others[value.index]
  }

  /// Whether the engine's selector of that number picks anything.
  func picksAny(selector number: Int) -> Bool {
    let plan = selectors[number]
    if let names = plan.names { return value(at: names) != nil }
    if !plan.isDeep, let few = few(of: plan, number) { return !few.isEmpty }
    var isAny = false
    plan.selector.visit(record.root) { _ in isAny = true }
    return isAny
  }

  /// Whether one of the engine's selectors picks the subject.
  func picks(_ subject: Subject, selectors numbers: [Int]) -> Bool {
    var isPicked = false
    for number in numbers {
      visit(selector: number) { if $0.identity == subject.identity { isPicked = true } }
    }
    return isPicked
  }

  /// The one subject of a value.
  func subject(of value: Value) -> Subject {
    if let known = known(value) { return known }
    let subject = Subject(.value(value), in: record.document)
    if value.index < first.count {
      first[value.index] = subject
    } else {
      others[value.index] = subject
    }
    return subject
  }

  /// The known word that was most likely meant: asked a hundred times at most, for it costs more
  /// than to find the fault.
  func guess(_ word: String, among known: () -> [String]) -> String? {
    guard guesses < Self.mostGuesses, word.utf8.count <= 200 else { return nil }
    guesses += 1
    return Nearest.word(to: word, among: Array(known().prefix(1000)))
  }

  /// The first value that a kind's own selector picks.
  func first(_ selector: Selector) -> Subject? {
    if let names = selector.names, !names.isEmpty { return value(at: names).map(subject(of:)) }
    return selector.values(in: record.root).first.map(subject(of:))
  }

  private func value(at names: [String]) -> Value? {
    var value = members.value(names[0])
    for name in names.dropFirst() { value = value?.member(name) }
    return value
  }

  /// Calls `body` for each subject of the links of some roles.
  func visitLinks(_ roles: [LinkRole], _ body: (Subject) -> Void) {
    for position in links.indices where roles.contains(links[position].role) {
      let subject =
        linkSubjects[position] ?? Subject(.link(links, at: position), in: record.document)
      linkSubjects[position] = subject
      body(subject)
    }
  }
}
