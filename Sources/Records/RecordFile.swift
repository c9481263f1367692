import Model

/// Splits one input into its records.
struct RecordFile: ~Copyable {
  private var window: InputWindow
  private let options: ReadOptions
  private let reader: JSONReader
  private var state: State
  /// Faults of the file that wait for its first record.
  private var faults: [RecordFault] = []

  private enum State {
    case start(FileFormat.Layout?)
    case whole
    case lines
    case firstElement
    case laterElement
    case end
  }

  /// `layout` is none where the content has to tell.
  init(
    input: consuming ByteInput, name: String, layout: FileFormat.Layout?, options: ReadOptions
  ) {
    window = InputWindow(input: input, name: name)
    state = .start(layout)
    self.options = options
    reader = JSONReader(depthLimit: options.depthLimit)
  }

  /// The next record, or a fault in its place; none after the last.
  mutating func next() -> RecordPiece? {
    while true {
      let piece: RecordPiece?
      switch state {
      case .start(let layout): piece = start(layout)
      case .whole: piece = whole()
      case .lines: piece = line()
      case .firstElement: piece = element(isFirst: true)
      case .laterElement: piece = element(isFirst: false)
      case .end:
        guard let fault = faults.popLast() else { return nil }
        return RecordPiece(fault: fault)
      }
      if var piece {
        piece.faults = faults
        faults = []
        return piece
      }
    }
  }

  /// Sees what the input is. Gives a piece only where that cannot be told.
  private mutating func start(_ layout: FileFormat.Layout?) -> RecordPiece? {
    _ = window.fill(to: 4)
    if let fault = RecordFault.utf16(
      start: window.bytes(0..<min(window.count, 4)), file: window.origin.file)
    {
      state = .end
      return RecordPiece(fault: fault)
    }
    takeByteOrderMark()
    window.skipSpace()
    let first = window.count > 0 ? window[0] : nil
    switch (layout, first) {
    case (.lines, _), (nil, nil): state = .lines
    case (_, .openBracket):
      window.take(1)
      state = .firstElement
    case (nil, .openBrace) where window.holdsLines(reader: reader, limit: options.recordLimit):
      state = .lines
    case (.json, _), (nil, _): state = .whole
    }
    return nil
  }

  private mutating func takeByteOrderMark() {
    guard window.count >= 3, window.bytes(0..<3) == RecordFault.byteOrderMark else { return }
    window.takeByteOrderMark()
    var fault = RecordFault.byteOrderMark(of: window.origin.file, canEdit: !window.isCompressed)
    fault.excerpt = window.excerpt(of: 0..<0)
    faults.append(fault)
  }

  private mutating func whole() -> RecordPiece? {
    state = .end
    while window.count <= options.recordLimit, window.fill() {}
    if window.count > options.recordLimit { return tooLarge(isLast: false) }
    if let failure = window.failure { return failed(failure) }
    let isNamed = !window.origin.file.utf8.elementsEqual("-".utf8)
    return RecordPiece(
      content: .text(window.bytes(0..<window.count)), origin: window.origin, isAlone: isNamed)
  }

  private mutating func line() -> RecordPiece? {
    switch window.line(limit: options.recordLimit) {
    case .whole(let count, let hasBreak):
      let origin = window.origin
      let isBlank = window.isBlank(0..<count)
      let text = isBlank ? [] : window.bytes(0..<count)
      window.takeLine(count + (hasBreak ? 1 : 0), hasBreak: hasBreak)
      return isBlank ? nil : RecordPiece(content: .text(text), origin: origin, isAlone: false)
    case .tooLong:
      let origin = window.origin
      // A decompression bomb may go on for ever.
      let patience = window.isCompressed ? 4 * options.recordLimit : .max
      let isSkipped = window.skipLine(patience: patience)
      if !isSkipped { state = .end }
      return RecordPiece(
        fault: .tooLarge(from: origin, limit: options.recordLimit, isLast: !isSkipped))
    case .none:
      state = .end
      return window.failure.flatMap { failed($0) }
    }
  }

  private mutating func element(isFirst: Bool) -> RecordPiece? {
    window.skipSpace()
    guard window.count > 0 else {
      return broken(isFirst ? .valueOrArrayEnd : .commaOrArrayEnd)
    }
    if window[0] == .closeBracket {
      window.take(1)
      window.skipSpace()
      if window.count > 0 || window.failure != nil { return broken(.endOfText) }
      state = .end
      return nil
    }
    if !isFirst {
      guard window[0] == .comma else { return broken(.commaOrArrayEnd) }
      window.take(1)
      window.skipSpace()
    }
    state = .laterElement
    while true {
      do throws(JSONError) {
        let (reading, end) = try window.value(by: reader)
        // A number that ends with the window may go on.
        if end < window.count || window.isAtEnd || !window.fill(to: window.count + 1) {
          guard end <= options.recordLimit else {
            let piece = tooLarge(isLast: false)
            window.take(end)
            return piece
          }
          let piece = RecordPiece(
            content: .value(window.bytes(0..<end), reading), origin: window.origin, isAlone: false)
          window.take(end)
          return piece
        }
      } catch {
        let mayGoOn = error.range.upperBound == window.count && !window.isAtEnd
        guard mayGoOn, window.count <= options.recordLimit else {
          state = .end
          return mayGoOn ? tooLarge(isLast: true) : broken(error)
        }
        // Doubled, so that a large element is read again a few times only.
        _ = window.fill(to: min(2 * window.count, options.recordLimit) + 1)
      }
    }
  }

  private func tooLarge(isLast: Bool) -> RecordPiece {
    RecordPiece(fault: .tooLarge(from: window.origin, limit: options.recordLimit, isLast: isLast))
  }

  /// Ends an array, the rest of which cannot be trusted.
  private mutating func broken(_ expected: JSONError.Expected) -> RecordPiece? {
    let window = window.bytes(0..<min(window.count, 4))
    return broken(window.span.error(expected, at: 0))
  }

  private mutating func broken(_ error: JSONError) -> RecordPiece? {
    state = .end
    if let failure = window.failure { return failed(failure) }
    let text = window.bytes(0..<min(window.count, error.range.upperBound + 1))
    var fault = RecordFault(error, of: text, from: window.origin)
    fault.excerpt = window.excerpt(of: error.range)
    return RecordPiece(fault: fault)
  }

  private mutating func failed(_ failure: InputFailure) -> RecordPiece {
    state = .end
    window.take(window.count)
    let place = window.origin.location(of: 0, in: [])
    return RecordPiece(
      fault: RecordFault(
        rule: .unreadableFile, message: failure.sentence,
        span: SourceSpan(start: place, end: place)))
  }
}

/// What is split off an input: a record's bytes, or a fault in its place.
struct RecordPiece {
  let content: RawRecord.Content
  let origin: Origin
  let isAlone: Bool
  var faults: [RecordFault] = []

  init(content: RawRecord.Content, origin: Origin, isAlone: Bool) {
    self.content = content
    self.origin = origin
    self.isAlone = isAlone
  }

  init(fault: RecordFault) {
    content = .fault(fault)
    origin = Origin(file: fault.span.start.file)
    isAlone = false
  }

  /// Whether it is a record, readable or not, and not the fault of a file.
  var isRecord: Bool {
    switch content {
    case .text, .value: true
    case .fault(let fault): !fault.rule.isOfFile
    }
  }
}
