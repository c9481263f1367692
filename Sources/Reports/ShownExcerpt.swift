import Model

/// An excerpt as it may be shown: scalars without secrets, and the marked ones among them.
struct ShownExcerpt {
  private(set) var scalars: [Unicode.Scalar] = []
  let marked: Range<Int>
  let isCutBefore: Bool
  let isCutAfter: Bool

  init(_ excerpt: Excerpt, hiding secrets: [Range<Int>]) {
    var lower: Int?
    var upper: Int?
    var secrets = secrets[...]
    var maskStart: Int?
    var offset = 0
    for (index, scalar) in excerpt.text.unicodeScalars.enumerated() {
      if let secret = secrets.first, offset >= secret.upperBound {
        secrets.removeFirst()
        maskStart = nil
      }
      let isSecret = secrets.first?.contains(offset) ?? false
      // A mark that begins inside a secret takes in the whole mask.
      if index == excerpt.marked.lowerBound {
        lower = isSecret ? maskStart ?? scalars.count : scalars.count
      }
      if index == excerpt.marked.upperBound { upper = scalars.count }
      if !isSecret {
        scalars.append(scalar)
      } else if maskStart == nil {
        maskStart = scalars.count
        scalars.append(contentsOf: Redaction.mask.unicodeScalars)
      }
      offset += UTF8.width(scalar)
    }
    let start = lower ?? scalars.count
    marked = start..<max(start, upper ?? scalars.count)
    isCutBefore = excerpt.isCutBefore
    isCutAfter = excerpt.isCutAfter
  }
}
