import Markdown

/// The words that a reader sees of a Markdown text.
enum PlainText {
  /// Reads the text as it would be rendered; raw HTML is left out.
  static func read(_ document: MarkdownDocument, into sketch: inout WordSketch) {
    var end = 0
    for index in document.runs.indices {
      let range = document.runs[index].range
      // Emphasis inside a word does not part it; lines and cells do.
      let gap = end <= range.lowerBound ? document.source[end..<range.lowerBound] : []
      if gap.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "|") }) {
        sketch.breakWord()
      }
      end = range.upperBound
      sketch.read(document.plainText(of: index..<index + 1))
    }
    sketch.finish()
  }
}
