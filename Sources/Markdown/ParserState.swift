/// What is known in the middle of a text; the md4c callbacks change it.
struct ParserState {
  let text: UnsafeBufferPointer<UInt8>
  var links: [MarkdownLink] = []
  var headings: [MarkdownHeading] = []
  var rawHTML: [RawHTML] = []
  var unclosedFences: [Range<Int>] = []
  var runs: [TextRun] = []
  /// Whether the references' addresses went over the budget.
  var isOverBudget = false

  /// The byte after the last one that is accounted for.
  private var cursor = 0
  private var openSpans: [OpenSpan] = []
  /// How many spans of `openSpans`, from the outermost on, have a known start.
  private var placedSpans = 0
  private var quoteDepth = 0
  private var referencedBytes = 0
  private var firstHTMLRun: Int?
  private var heading: (level: Int, run: Int, link: Int)?
  private var fence: (byte: UInt8, from: Int, run: Int)?
  private var isSearchExhausted = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The offset of a pointer that md4c handed out; none when it points to a copy.
  func offset(_ pointer: UnsafeRawPointer?) -> Int? {
    guard let pointer, let base = text.baseAddress else { return nil }
    let offset = pointer - UnsafeRawPointer(base)
    return offset >= 0 && offset < text.count ? offset : nil
  }

  private var reader: SpanReader { SpanReader(text: text, quoteDepth: quoteDepth) }

  mutating func add(_ kind: TextRun.Kind, at pointer: UnsafeRawPointer?, count: Int) {
    guard let start = offset(pointer), count > 0 else { return }
    if placedSpans < openSpans.count { placeSpans(before: start, isText: kind == .text) }
    if !openSpans.isEmpty { noteText(kind, start..<start + count) }
    if kind == .html, firstHTMLRun == nil { firstHTMLRun = runs.count }
    runs.append(
      TextRun(
        start: UInt32(start), end: UInt32(start + count), kind: kind,
        isInLink: !openSpans.isEmpty))
    cursor = start + count
  }

  private mutating func noteText(_ kind: TextRun.Kind, _ range: Range<Int>) {
    guard kind != .html, let last = openSpans.indices.last, !openSpans[last].hasText else { return }
    openSpans[last].hasText = text[range].contains { !$0.isWhitespace }
  }

  mutating func openSpan(_ span: OpenSpan) {
    var span = span
    span.linkIndex = links.count
    span.from = cursor
    links.append(.unplaced)
    openSpans.append(span)
    guard span.destination == nil || span.destinationLength > 256 else { return }
    referencedBytes += span.destinationLength
    isOverBudget = referencedBytes > Budget.referencedBytes
  }

  /// Walks back from the first byte inside to the brackets of all spans without a place.
  private mutating func placeSpans(before inside: Int, isText: Bool) {
    var position = inside
    for index in (placedSpans..<openSpans.count).reversed() {
      let span = openSpans[index]
      if index == openSpans.count - 1, isText, !span.isImage, position > span.from,
        text[position - 1] == UInt8(ascii: "<")
      {
        openSpans[index].isAutolink = true
        position -= 1
      } else {
        var bracket = position - 1
        while bracket > span.from, text[bracket] != UInt8(ascii: "[") { bracket -= 1 }
        position = span.isImage && bracket > 0 ? bracket - 1 : max(bracket, 0)
      }
      openSpans[index].start = position
    }
    placedSpans = openSpans.count
  }

  mutating func closeSpan() {
    guard openSpans.last != nil else { return }
    if placedSpans < openSpans.count { placeEmptySpan() }
    let span = openSpans.removeLast()
    placedSpans = min(placedSpans, openSpans.count)
    if span.hasText, let last = openSpans.indices.last { openSpans[last].hasText = true }
    guard let link = span.isAutolink ? autolink(span) : bracketed(span) else { return }
    links[span.linkIndex] = link
    cursor = max(cursor, link.range.upperBound)
  }

  /// Finds the brackets of a span without any text: `[]` or `![]` after the cursor.
  private mutating func placeEmptySpan() {
    guard let span = openSpans.last else { return }
    var position = cursor
    while !isSearchExhausted {
      guard let bracket = Bytes.first(UInt8(ascii: "["), in: text, from: position) else {
        // Nothing to be found later either: the search stays linear.
        isSearchExhausted = true
        break
      }
      position = bracket + 1
      let isImage = bracket > cursor && text[bracket - 1] == UInt8(ascii: "!")
      var inside = bracket + 1
      while inside < text.count,
        text[inside].isWhitespace || text[inside] == UInt8(ascii: ">")
          || text[inside] == UInt8(ascii: "\\")
      { inside += 1 }
      guard inside < text.count, text[inside] == UInt8(ascii: "]"), isImage == span.isImage else {
        continue
      }
      placeSpans(before: bracket + 1, isText: false)
      return
    }
    placeSpans(before: cursor, isText: false)
  }

  private func autolink(_ span: OpenSpan) -> MarkdownLink? {
    let inside = span.start + 1..<max(span.start + 1, cursor)
    let isMail = span.destinationLength == inside.count + 7
    return MarkdownLink(
      kind: .angleAutolink, isImage: false,
      range: span.start..<min(inside.upperBound + 1, text.count), text: inside,
      destination: inside, title: nil, isTextBlank: false, definition: nil,
      impliedScheme: isMail ? "mailto:" : "")
  }

  /// None for what is no link: md4c 0.4.8 takes `<`, a line end and `http:` for an autolink.
  private func bracketed(_ span: OpenSpan) -> MarkdownLink? {
    let open = span.start + (span.isImage ? 2 : 1)
    var close = max(cursor, open)
    while close < text.count, text[close] != UInt8(ascii: "]") { close += 1 }
    guard close < text.count, open <= text.count, text[open - 1] == UInt8(ascii: "[") else {
      return nil
    }
    let after = close + 1
    var kind = MarkdownLink.Kind.shortcutReference
    var end = after
    var destination = span.destination ?? close..<close
    var title = span.title
    if after < text.count, text[after] == UInt8(ascii: "("),
      let tail = reader.inlineTail(at: after), span.agrees(with: tail.destination, in: text)
    {
      kind = .inline
      end = tail.end
      destination = tail.destination
      title = tail.title
    } else if let label = reader.label(at: after) {
      kind = label.isEmpty ? .collapsedReference : .fullReference
      end = label.upperBound + 1
    }
    return MarkdownLink(
      kind: kind, isImage: span.isImage, range: span.start..<max(end, span.start),
      text: open..<max(close, open), destination: destination, title: title,
      isTextBlank: !span.hasText, definition: nil, impliedScheme: "")
  }

  mutating func enterQuote() { quoteDepth += 1 }
  mutating func leaveQuote() { quoteDepth -= 1 }

  mutating func enterHeading(level: Int) {
    heading = (level, runs.count, links.count)
  }

  mutating func leaveHeading() {
    guard let (level, run, link) = heading else { return }
    heading = nil
    var start = runs[run...].first.map { Int($0.start) } ?? Int.max
    if link < links.count { start = min(start, links[link].range.lowerBound) }
    if start == .max {
      start = Bytes.first(UInt8(ascii: "#"), in: text, from: cursor) ?? cursor
      cursor = min(start + level, text.count)
    }
    let end = cursor
    var marker = min(start, text.count)
    while marker > 0, text[marker - 1].isBlank { marker -= 1 }
    while marker > 0, text[marker - 1] == UInt8(ascii: "#") { marker -= 1 }
    if marker < text.count, text[marker] == UInt8(ascii: "#") { start = marker }
    headings.append(
      MarkdownHeading(level: level, range: start..<max(start, end), runs: run..<runs.count))
  }

  mutating func enterFence(_ byte: UInt8, info: UnsafeRawPointer?, count: Int) {
    fence = (byte, cursor, runs.count)
    if let start = offset(info) { cursor = start + count }
  }

  mutating func leaveFence() {
    guard let (byte, from, run) = fence else { return }
    fence = nil
    guard let start = Bytes.first(byte, in: text, from: from) else { return }
    var end = start
    while end < text.count, text[end] == byte { end += 1 }
    // Without a run the opening line itself is the last one that is accounted for.
    let last = runs.count > run ? cursor : max(cursor, end)
    if let closed = closingFence(byte, after: last) {
      cursor = closed
    } else {
      unclosedFences.append(start..<end)
    }
  }

  /// The end of the closing fence on the next line that is not blank.
  private func closingFence(_ byte: UInt8, after last: Int) -> Int? {
    var position = Bytes.lineEnd(in: text, from: last)
    var markers = 0
    while position < text.count {
      let current = text[position]
      if current == 0x0A {
        markers = 0
      } else if current == UInt8(ascii: ">") {
        markers += 1
      } else if !current.isWhitespace {
        break
      }
      position += 1
    }
    var end = position
    while end < text.count, text[end] == byte { end += 1 }
    return end - position >= 3 && markers >= quoteDepth ? end : nil
  }

  /// Ends the raw HTML that is being gathered; inline tags end with their block.
  mutating func endHTML(isBlock: Bool) {
    guard let first = firstHTMLRun else { return }
    firstHTMLRun = nil
    var last = first
    for index in first..<runs.count where runs[index].kind == .html { last = index }
    rawHTML.append(
      RawHTML(
        range: Int(runs[first].start)..<Int(runs[last].end), isBlock: isBlock,
        runs: first..<last + 1))
  }
}
