import Model
import Standards

/// What a rule looks at: a value of the record, or a link of a Markdown text in it.
///
/// A class, so that what one rule has learnt of it serves the others. Lives as long as one record
/// is examined, in one thread.
final class Subject {
  let place: Place
  let document: Document

  enum Place {
    case value(Value)
    /// The list of links, which is not copied, and the link's position in it.
    case link([LinkOccurrence], at: Int)
  }

  /// The value; none for a link.
  let value: Value?
  /// Whether it has a text.
  let isText: Bool
  /// A number that no other subject of the record has.
  let identity: Int

  init(_ place: Place, in document: Document) {
    self.place = place
    self.document = document
    switch place {
    case .value(let value):
      self.value = value
      isText = value.kind == .string
      identity = value.index
    case .link(_, let position):
      value = nil
      isText = true
      identity = -1 - position
    }
  }

  /// The decoded text; empty for values that have none.
  private(set) lazy var utf8: [UInt8] =
    switch place {
    case .value(let value): value.kind == .string ? value.utf8 ?? [] : []
    case .link(let links, let position): Array(links[position].href.description.utf8)
    }

  /// Takes the decoded text from whoever has decoded it.
  func adopt(_ decoded: [UInt8]) {
    utf8 = decoded
  }

  private(set) lazy var string = String(decoding: utf8, as: UTF8.self)

  private(set) lazy var traits: TextTraits = {
    if let value, isText {
      let inner = value.range.lowerBound + 1..<value.range.upperBound - 1
      let traits = document.bytes.withUnsafeBufferPointer {
        TextTraits(ofSource: UnsafeBufferPointer(rebasing: $0[inner]))
      }
      if let traits { return traits }
    }
    return utf8.withUnsafeBufferPointer { TextTraits(of: $0) }
  }()

  /// The text read as a URL, without a base.
  private(set) lazy var url: Result<SubjectURL, WebURLError> = {
    do throws(WebURLError) {
      return .success(SubjectURL(try URLReading(utf8: utf8)))
    } catch {
      return .failure(error)
    }
  }()

  private lazy var articleDate: Result<DateReading, DateError> = date(.article)

  /// The text read as a date-time.
  func dateTime(_ profile: DateProfile) -> Result<DateReading, DateError> {
    profile == .article ? articleDate : date(profile)
  }

  private func date(_ profile: DateProfile) -> Result<DateReading, DateError> {
    do throws(DateError) {
      return .success(try DateReading(string, profile: profile))
    } catch {
      return .failure(error)
    }
  }

  /// The text read as a language tag.
  private(set) lazy var languageTag: Result<LanguageTag, LanguageTagError> = {
    do throws(LanguageTagError) {
      return .success(try LanguageTag(string))
    } catch {
      return .failure(error)
    }
  }()

  /// The URL, when it is absolute.
  var webURL: WebURL? {
    guard case .success(let reading) = url else { return nil }
    return reading.url
  }

  /// What all addresses of the URL have in common; none where it is not of the web.
  private(set) lazy var webIdentity: String? = webURL.flatMap { $0.isWeb ? $0.identity : nil }

  /// The same in short, of the web or not; none where it is no absolute URL.
  private(set) lazy var urlIdentity: Hash128? = (webIdentity ?? webURL?.identity).map {
    Hash128(of: $0)
  }

  /// Where the URL stands among the addresses of the corpus; none where it is not of the web.
  private(set) lazy var webPlace: WebPlace? = webIdentity.flatMap { WebPlace($0) }

  /// The bytes of the document that the subject is made of; strings without their quotes.
  var sourceRange: Range<Int> {
    switch place {
    case .value(let value):
      value.kind == .string
        ? value.range.lowerBound + 1..<value.range.upperBound - 1 : value.range
    case .link(let links, let position):
      links[position].span.start.offset - document.origin.offset..<links[position].span.end.offset
        - document.origin.offset
    }
  }

  /// The bytes of the document that a part of the decoded text is made of; none for a link whose
  /// Markdown writes the address with escapes of its own.
  func sourceRange(ofDecoded part: Range<Int>) -> Range<Int>? {
    switch place {
    case .value(let value): value.text?.sourceRange(ofDecoded: part)
    case .link: SourceSlice(document: document, range: sourceRange).range(of: part, in: utf8)
    }
  }

  /// Like `sourceRange(ofDecoded:)` for parts that are in order and do not overlap.
  func sourceRanges(ofDecoded parts: [Range<Int>]) -> [Range<Int>]? {
    if let text = value?.text { return text.sourceRanges(ofDecoded: parts) }
    let ranges = parts.compactMap { sourceRange(ofDecoded: $0) }
    return ranges.count == parts.count ? ranges : nil
  }
}
