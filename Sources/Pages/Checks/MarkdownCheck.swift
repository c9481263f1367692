import Model

/// The Markdown alternate is the record's body, front matter and a title line apart.
enum MarkdownCheck: PageCheck {
  static let aspect = PageAspect.markdownAlternate
  static let forms: Set<PageForm> = [.markdown]

  static func faults(of subject: PageSubject) -> [PageFault] {
    let record = subject.record
    guard subject.isWhole, let body = record.body, record.lines.count < LineMarks.most else {
      return []
    }
    let marks = subject.page.texts(.lines).flatMap(Marks.marks)
    let start = LineMarks.start(
      of: marks, hasTitle: subject.page.first(.title) != nil, in: record.lines)
    let shown = marks[min(start, marks.count)...]
    guard let (position, _) = LineMarks.firstDifference(of: shown, from: record.lines) else {
      return []
    }
    let others = Set(shown)
    let lost = record.lines.count { $0 != 0 && !others.contains($0) }
    var values = [
      ("count", "\(lost)"), ("total", "\(record.lines.count { $0 != 0 })"),
      ("line", "\(position + 1 - start)"),
    ]
    let parts = (subject.page.first(.difference) ?? "").utf8.split(separator: 0x09, maxSplits: 1)
    if parts.count == 2, Int(Substring(parts[0])) == position {
      values.append(("page", String(Substring(parts[1]))))
    } else if position == marks.endIndex {
      values.append(("page", ""))
    }
    values.append(("value", subject.recordLine(Array(shown)) ?? ""))
    return [subject.fault(aspect, at: body, values: values)]
  }
}
