import Model

/// Counts the forms in which the same is written, and tells those that are not the most frequent
/// one. Of equally frequent ones the first stays, or nobody is odd.
///
/// Any form may turn out to be the odd one, so the first places of each are kept: 36 bytes a place,
/// some 100 a form.
struct VariantTally: CorpusTally {
  /// The most forms of one group that are told apart.
  private static let mostForms = 64

  /// The most places of one form that are kept.
  private let most: Int
  /// The first form of each group.
  private var groups: [Hash128: Int32] = [:]
  private var forms: [Form] = []
  private var places: [Link] = []

  private struct Form {
    let text: String
    let group: Int32
    var count: UInt32 = 0
    /// The form of the group that came next.
    var next: Int32 = -1
    var firstPlace: Int32 = -1
    var lastPlace: Int32 = -1
  }

  private struct Link {
    let place: CorpusPlace
    var next: Int32 = -1
  }

  private let tellsEquals: Bool

  init(most: Int, tellsEquals: Bool) {
    self.most = most
    self.tellsEquals = tellsEquals
  }

  mutating func add(_ entry: CorpusEntry, in records: CorpusRecords) -> CorpusFault? {
    guard case .variant(let group, let text) = entry.note,
      let form = number(of: text, in: group)
    else { return nil }
    forms[form].count += 1
    guard forms[form].count <= most else { return nil }
    let link = Int32(places.count)
    places.append(Link(place: entry.place))
    if forms[form].lastPlace >= 0 {
      places[Int(forms[form].lastPlace)].next = link
    } else {
      forms[form].firstPlace = link
    }
    forms[form].lastPlace = link
    return nil
  }

  /// The number of a form; none for one more of a group that has as many as can be looked through.
  private mutating func number(of text: String, in group: Hash128) -> Int? {
    let new = Int32(forms.count)
    guard let first = groups[group] else {
      groups[group] = new
      forms.append(Form(text: text, group: new))
      return Int(new)
    }
    var form = Int(first)
    var count = 1
    while !forms[form].text.utf8.elementsEqual(text.utf8) {
      guard forms[form].next >= 0 else {
        forms[form].next = new
        forms.append(Form(text: text, group: first))
        return Int(new)
      }
      count += 1
      guard count < Self.mostForms else { return nil }
      form = Int(forms[form].next)
    }
    return form
  }

  func finish() -> [CorpusFault] {
    var faults: [CorpusFault] = []
    for first in forms.indices where forms[first].group == first && forms[first].next >= 0 {
      var members = [first]
      while let last = members.last, forms[last].next >= 0 { members.append(Int(forms[last].next)) }
      guard var usual = members.first else { continue }
      for form in members where forms[form].count > forms[usual].count { usual = form }
      let total = members.reduce(0) { $0 + Int(forms[$1].count) }
      for form in members
      where form != usual && (tellsEquals || forms[form].count < forms[usual].count) {
        faults += self.faults(of: forms[form], usual: forms[usual], total: total)
      }
    }
    return faults
  }

  private func faults(of form: Form, usual: Form, total: Int) -> [CorpusFault] {
    var faults: [CorpusFault] = []
    var link = form.firstPlace
    while link >= 0 {
      faults.append(
        CorpusFault(
          place: places[Int(link)].place, other: places[Int(usual.firstPlace)].place,
          evidence: form.text,
          values: [
            ("form", form.text), ("value", form.text), ("usual", usual.text),
            ("count", "\(usual.count)"), ("total", "\(total)"),
          ]))
      link = places[Int(link)].next
    }
    return faults
  }
}
