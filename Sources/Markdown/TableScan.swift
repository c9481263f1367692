/// What can be said of a text's tables before it is read: a delimiter row tells the columns.
struct TableScan {
  /// Whether there is a delimiter row. Also one that md4c 0.4.8 does not take, because a cell of it
  /// has less than three bytes.
  private(set) var exist = false
  /// Whether columns times rows stay within `Budget.tableCells`.
  private(set) var fitBudget = true

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard Bytes.first(UInt8(ascii: "|"), in: text, from: 0) != nil else { return }
    var cells = 0
    var columns = 0
    var start = 0
    while start < text.count {
      let end = Bytes.lineEnd(in: text, from: start)
      switch Line(UnsafeBufferPointer(rebasing: text[start..<end])) {
      case .blank: columns = 0
      case .delimiter(let count):
        exist = true
        columns = max(columns, count)
      case .other: break
      }
      cells += columns
      if cells > Budget.tableCells {
        fitBudget = false
        return
      }
      start = end + 1
    }
  }

  private enum Line {
    case blank, other
    case delimiter(columns: Int)

    init(_ line: UnsafeBufferPointer<UInt8>) {
      var pipes = 0
      var dashes = 0
      for byte in line {
        switch byte {
        case UInt8(ascii: "|"): pipes += 1
        case UInt8(ascii: "-"): dashes += 1
        case UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09, 0x0D: break
        default:
          self = .other
          return
        }
      }
      self = pipes > 0 && dashes > 0 ? .delimiter(columns: pipes + 1) : dashes > 0 ? .other : .blank
    }
  }
}
