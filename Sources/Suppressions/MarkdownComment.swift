import Markdown

/// An HTML comment of a Markdown text that speaks to this program: `<!-- stet … -->`.
struct MarkdownComment {
  /// From `<` to `>`.
  let range: Range<Int>
  /// After the word `stet`.
  let content: Range<Int>

  /// The most that are read of one text.
  static let most = 200

  /// Those of a text, in order. Comments in code are code.
  static func all(in document: MarkdownDocument) -> [MarkdownComment] {
    var comments: [MarkdownComment] = []
    for html in document.rawHTML {
      let text = document.text(of: html)
      let start = html.range.lowerBound
      var position = 0
      while let open = find("<!--", in: text, from: position) {
        let inner = open + 4
        guard let close = find("-->", in: text, from: inner) else { break }
        position = close + 3
        var word = inner
        while word < close, text[word] <= 0x20 { word += 1 }
        guard text[word..<close].starts(with: "stet".utf8),
          word + 4 == close || text[word + 4] <= 0x20
        else { continue }
        guard comments.count < most else { return comments }
        comments.append(
          MarkdownComment(
            range: start + open..<start + position, content: start + word + 4..<start + close))
      }
    }
    return comments.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }
}
