import HTML
import Markdown
import Model

/// A Markdown text that rules look at.
///
/// A class, so that what one rule has learnt of it serves the others. Lives as long as one record
/// is examined, in one thread.
final class MarkdownSubject {
  /// The string that holds the text.
  let subject: Subject
  let document: MarkdownDocument

  init(_ subject: Subject, _ document: MarkdownDocument) {
    self.subject = subject
    self.document = document
    subject.adopt(document.source)
  }

  var source: [UInt8] { document.source }

  /// Whether the parser has read it to its end.
  var isWhole: Bool { document.limits.subtracting(.tables).isEmpty }

  /// The start tags of raw HTML, in source order.
  private(set) lazy var tags: [PlacedTag] = document.rawHTML.flatMap { html in
    HTMLSnippet(document.text(of: html)).tags.map {
      PlacedTag(tag: $0, offset: html.range.lowerBound)
    }
  }

  /// Whether it shows code.
  private(set) lazy var hasCode = document.runs.contains { $0.kind == .code }

  /// The kind of what stands at an offset; none between pieces of text.
  func kind(at offset: Int) -> TextRun.Kind? {
    var low = 0
    var high = document.runs.count
    while low < high {
      let middle = (low + high) / 2
      if document.runs[middle].range.upperBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < document.runs.count, document.runs[low].range.contains(offset) else { return nil }
    return document.runs[low].kind
  }

  /// A piece of the source as text, at most 400 bytes of it.
  func text(_ range: Range<Int>) -> String {
    String(decoding: source[range].prefix(400), as: UTF8.self)
  }
}

/// A start tag of raw HTML with its place in the text.
struct PlacedTag {
  let tag: HTMLTag
  /// Of the snippet that the tag's ranges count from.
  let offset: Int

  var range: Range<Int> { placed(tag.range) }

  func placed(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + offset..<range.upperBound + offset
  }

  /// From the attribute's name to the end of its value.
  func range(of attribute: HTMLAttribute) -> Range<Int> {
    let end = attribute.valueRange?.upperBound ?? attribute.nameRange.upperBound
    return placed(attribute.nameRange.lowerBound..<max(end, attribute.nameRange.upperBound))
  }

  func attribute(_ name: String) -> HTMLAttribute? {
    tag.attributes.first { $0.name == name }
  }
}
