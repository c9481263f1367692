import Model
import Standards

/// Demands that a URL's path holds a text of the record: as its last segment, or anywhere.
struct PathSegment: RecordKind {
  static let name = "path-segment"
  static let placeholders = ["found", "other"]

  private let other: Selector
  private let isAnywhere: Bool
  /// Where the text must be too: what is wrong there is another rule's business.
  private let condition: Selector?

  init(_ options: inout OptionReader) throws(RuleFileError) {
    isAnywhere = try options.flag("anywhere")
    condition = try options.selector("if-in")
    other = try options.requiredSelector("of")
  }

  func check(_ subject: Subject, in context: RecordContext, report: (Fault) -> Void) {
    guard case .success(let reading) = subject.url, reading.url.isWeb,
      let other = context.first(other), other.value?.kind == .string, !other.utf8.isEmpty
    else { return }
    let text = subject.utf8
    let wanted = other.utf8
    if let condition, !Self.isIn(context.first(condition), wanted) { return }
    var path = text[reading.parts.path]
    if isAnywhere {
      guard !Self.holds(path, wanted) else { return }
      return report(Fault(values: [("other", other.string)]))
    }
    var last = Self.lastSegment(of: &path)
    // A folder's page: `/a-slug/index.html`.
    if let end = last, !Self.fits(end, wanted),
      end.elementsEqual("index".utf8) || end.starts(with: "index.".utf8)
    {
      last = Self.lastSegment(of: &path) ?? end
    }
    if let last, Self.fits(last, wanted) { return }
    // An address without a path ends in its host.
    let found = last ?? text[(reading.parts.host?.lowerBound ?? 0)...]
    report(
      Fault(
        site: last.map { .part($0.startIndex..<$0.endIndex) } ?? .whole,
        values: [
          ("other", other.string), ("found", String(decoding: found.prefix(400), as: UTF8.self)),
        ]))
  }

  private static func isIn(_ subject: Subject?, _ wanted: [UInt8]) -> Bool {
    guard let subject, case .success(let reading) = subject.url, reading.url.isWeb else {
      return false
    }
    return holds(subject.utf8[reading.parts.path], wanted)
  }

  private static func holds(_ path: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    var path = path
    while let segment = lastSegment(of: &path) {
      if fits(segment, wanted) { return true }
    }
    return false
  }

  /// Takes the last segment that is not empty.
  private static func lastSegment(of path: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let slash = UInt8(ascii: "/")
    while path.last == slash { path.removeLast() }
    let start = path.lastIndex(of: slash).map { $0 + 1 } ?? path.startIndex
    defer { path = path[..<start] }
    return path.isEmpty ? nil : path[start...]
  }

  /// Whether a segment is the text, maybe percent-encoded, maybe with an extension.
  private static func fits(_ segment: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    let plain =
      segment.contains(UInt8(ascii: "%")) ? PercentEncoding.decoded(segment)[...] : segment
    guard plain.starts(with: wanted) else { return false }
    let rest = plain.dropFirst(wanted.count)
    return rest.isEmpty || rest.first == UInt8(ascii: ".")
  }
}
