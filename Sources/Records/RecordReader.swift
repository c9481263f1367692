import Model

/// Splits sources into raw records, one at a time and in order.
///
/// Memory holds one piece of one input. Files are opened when they are reached.
///
///     var reader = try RecordReader(paths: ["articles", "drafts/*.jsonl.gz"])
///     while let raw = try reader.next() {
///       let read = raw.read()
///     }
package struct RecordReader: ~Copyable, Sendable {
  private var walk: SourceWalk
  private let options: ReadOptions
  private var file: RecordFile?
  private var ordinal = 0
  private let hasSeveralArguments: Bool
  private var seen: [FileID: Int] = [:]
  private var hasReadStandardInput = false

  /// Records that have been found so far, those that cannot be read included; files are no
  /// records.
  package private(set) var recordCount = 0

  /// Looks at each path: a file, a folder, a pattern, or `-` for standard input.
  ///
  /// - Throws: `SourceError` for a path that leads nowhere.
  package init(paths: [String], options: ReadOptions = ReadOptions()) throws(SourceError) {
    walk = try SourceWalk(paths: paths)
    self.options = options
    hasSeveralArguments = paths.count > 1
  }

  /// The next record, or a fault in its place; none after the last.
  ///
  /// - Throws: `SourceError` for a file that was given and cannot be opened any more.
  package mutating func next() throws(SourceError) -> RawRecord? {
    while true {
      if let piece = file?.next() { return raw(piece) }
      file = nil
      switch walk.next() {
      case .standardInput: try openStandardInput()
      case .file(let path, let isGiven, let argument):
        if let fault = try open(path, isGiven: isGiven, argument: argument) {
          return raw(RecordPiece(fault: fault))
        }
      case .fault(let fault): return raw(RecordPiece(fault: fault))
      case nil: return nil
      }
    }
  }

  /// Reads a text at hand as the only record of a file of that name.
  package static func reading(
    of text: [UInt8], named file: String, options: ReadOptions = ReadOptions()
  ) -> ReadRecord {
    let hasMark = text.starts(with: RecordFault.byteOrderMark)
    let origin = hasMark ? Origin.afterByteOrderMark(of: file) : Origin(file: file)
    let record = hasMark ? Array(text.dropFirst(3)) : text
    var content = RawRecord.Content.text(record)
    if let fault = RecordFault.utf16(start: Array(text.prefix(4)), file: file) {
      content = .fault(fault)
    } else if record.count > options.recordLimit {
      content = .fault(.tooLarge(from: origin, limit: options.recordLimit, isLast: false))
    }
    return RawRecord(
      ordinal: 0, isRecord: true, content: content, origin: origin, isAlone: true,
      faults: hasMark ? [.byteOrderMark(of: file, canEdit: true)] : [],
      reader: JSONReader(depthLimit: options.depthLimit), keyNames: options.keyNames
    ).read()
  }

  private mutating func raw(_ piece: RecordPiece) -> RawRecord {
    defer { ordinal += 1 }
    if piece.isRecord { recordCount += 1 }
    return RawRecord(
      ordinal: ordinal, isRecord: piece.isRecord, content: piece.content, origin: piece.origin,
      isAlone: piece.isAlone,
      faults: piece.faults, reader: JSONReader(depthLimit: options.depthLimit),
      keyNames: options.keyNames)
  }

  private mutating func openStandardInput() throws(SourceError) {
    guard !hasReadStandardInput else { return }
    hasReadStandardInput = true
    let name = options.standardInputName
    let format = FileFormat(name: name.utf8)
    do throws(InputFailure) {
      let input = try ByteInput(standardInputIsCompressed: format.isCompressed)
      file = RecordFile(input: input, name: name, layout: format.layout, options: options)
    } catch {
      throw error.sourceError("-")
    }
  }

  /// Opens a file that was not read before; the fault of a file that was not given is a finding.
  private mutating func open(
    _ path: SourcePath, isGiven: Bool, argument: Int
  ) throws(SourceError) -> RecordFault? {
    let format = FileFormat(name: path.bytes)
    var input: ByteInput
    do throws(InputFailure) {
      input = try ByteInput(
        path: path, followsSymlink: isGiven, isCompressed: format.isCompressed)
    } catch {
      if isGiven { throw error.sourceError(path.text) }
      return RecordFault(.unreadableFile, error.sentence, file: path.text)
    }
    guard case .regular = input.status.kind else {
      let kind = input.status.kind.phrase
      if isGiven { throw .notARegularFile(path: path.text, kind: kind) }
      return .notARegularFile(path, kind: kind)
    }
    if hasSeveralArguments {
      // Two names of one file in a folder are two files: only another argument reads it again.
      let first = seen[input.status.id]
      guard first == nil || first == argument && !isGiven else { return nil }
      seen[input.status.id] = argument
    }
    if let text = options.overlays[path.bytes] { input.substitute(text) }
    file = RecordFile(input: input, name: path.text, layout: format.layout, options: options)
    return nil
  }
}
