import Model

/// What is known of one record while the rules look at it. Lives in one thread.
final class RecordContext {
  let record: Record
  let links: [LinkOccurrence]
  /// Seconds since 1970.
  let now: Int
  private let selectors: [Selector]
  private var picked: [[Subject]?]
  private var subjects: [Int: Subject] = [:]
  private var guesses = 0
  /// The record's Markdown texts.
  private(set) var markdown: [MarkdownSubject] = []

  init(
    record: Record, links: [LinkOccurrence], markdown: [MarkdownText], now: Int,
    selectors: [Selector]
  ) {
    self.record = record
    self.links = links
    self.now = now
    self.selectors = selectors
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
    let selector = selectors[number]
    if !selector.isDeep, let few = few(of: selector, number) {
      for subject in few { body(subject) }
      return
    }
    var seen: Set<Int> = []
    selector.visit(record.root) { value in
      if selector.mayRepeat, !seen.insert(value.index).inserted { return }
      body(passing(value))
    }
  }

  /// The subjects of a selector where they are few enough to be kept.
  private func few(of selector: Selector, _ number: Int) -> [Subject]? {
    if let known = picked[number] { return known }
    var values: [Value] = []
    var isMany = false
    selector.visit(record.root) { value in
      if selector.mayRepeat, values.contains(where: { $0.index == value.index }) { return }
      if values.count < Self.most { values.append(value) } else { isMany = true }
    }
    guard !isMany else { return nil }
    let found = values.map(subject(of:))
    picked[number] = found
    return found
  }

  private static let most = 256
  private static let mostGuesses = 100

  /// The subject of a value, not kept if it is new.
  func passing(_ value: Value) -> Subject {
    subjects[value.index] ?? Subject(.value(value), in: record.document)
  }

  /// Whether the engine's selector of that number picks anything.
  func picksAny(selector number: Int) -> Bool {
    if !selectors[number].isDeep, let few = few(of: selectors[number], number) {
      return !few.isEmpty
    }
    var isAny = false
    selectors[number].visit(record.root) { _ in isAny = true }
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
    if let known = subjects[value.index] { return known }
    let subject = Subject(.value(value), in: record.document)
    subjects[value.index] = subject
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
    if let names = selector.names {
      var value = record.root
      for name in names {
        guard let next = value.member(name) else { return nil }
        value = next
      }
      return subject(of: value)
    }
    return selector.values(in: record.root).first.map(subject(of:))
  }

  /// The subjects of the links of some roles.
  func linkSubjects(_ roles: [LinkRole]) -> [Subject] {
    var found: [Subject] = []
    for (position, link) in links.enumerated() where roles.contains(link.role) {
      let identity = -1 - position
      let subject = subjects[identity] ?? Subject(.link(link, position), in: record.document)
      subjects[identity] = subject
      found.append(subject)
    }
    return found
  }
}
