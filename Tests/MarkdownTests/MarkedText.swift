import Testing

/// A Markdown text with `⟦` and `⟧` around what is expected to be found, in source order.
struct MarkedText: CustomTestStringConvertible {
  let marked: String
  let hrefs: [String]

  init(_ marked: String, _ hrefs: String...) {
    self.marked = marked
    self.hrefs = hrefs
  }

  var testDescription: String { marked }

  var source: [UInt8] {
    Array(marked.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }.map(String.init).joined().utf8)
  }

  /// The marked byte ranges, by their starts.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: [Int] = []
    var offset = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append(ranges.count)
        ranges.append(offset..<offset)
      case "⟧":
        guard let index = open.popLast() else { continue }
        ranges[index] = ranges[index].lowerBound..<offset
      default:
        offset += String(scalar).utf8.count
      }
    }
    return ranges
  }
}

/// `2:5` for a byte offset: line and byte column, from 1.
func place(_ offset: Int, in source: [UInt8]) -> String {
  let before = source[..<offset]
  let line = before.count { $0 == 0x0A } + 1
  let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  return "\(line):\(offset - start + 1)"
}

func places(_ ranges: [Range<Int>], in source: [UInt8]) -> [String] {
  ranges.map { "\(place($0.lowerBound, in: source))-\(place($0.upperBound, in: source))" }
}

func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
