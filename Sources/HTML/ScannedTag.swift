/// A tag in memory, as far as it says where a place is. HTML, sections 13.2.5.8 to 13.2.5.40.
struct ScannedTag {
  /// After its `>`.
  let end: Int
  private let nameRange: Range<Int>
  /// The value of the first `id`, undecoded.
  private(set) var id: Range<Int>?
  /// The value of the first `name`, of an `a`.
  private(set) var anchorName: Range<Int>?

  /// Reads the tag whose name starts at `start`; none where its end has not come yet.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) {
    var place = start
    func isEnd(_ byte: UInt8) -> Bool { Scan.isSpace(byte) || byte == 0x2F || byte == 0x3E }
    while place < text.count, !isEnd(text[place]) { place += 1 }
    nameRange = start..<place
    let isAnchor = nameRange.count == 1 && text[start] | 0x20 == UInt8(ascii: "a")
    while true {
      while place < text.count, Scan.isSpace(text[place]) || text[place] == 0x2F { place += 1 }
      guard place < text.count else { return nil }
      if text[place] == UInt8(ascii: ">") { break }
      let name = place
      // A `=` at the start belongs to the name.
      place += 1
      while place < text.count, !isEnd(text[place]), text[place] != 0x3D { place += 1 }
      let nameEnd = place
      while place < text.count, Scan.isSpace(text[place]) { place += 1 }
      guard place < text.count else { return nil }
      guard text[place] == UInt8(ascii: "=") else { continue }
      place += 1
      while place < text.count, Scan.isSpace(text[place]) { place += 1 }
      guard place < text.count else { return nil }
      if text[place] == UInt8(ascii: ">") { break }
      let value: Range<Int>
      if text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'") {
        guard let close = Scan.first(text[place], in: text, from: place + 1) else { return nil }
        value = place + 1..<close
        place = close + 1
      } else {
        let first = place
        while place < text.count, !Scan.isSpace(text[place]), text[place] != 0x3E { place += 1 }
        value = first..<place
      }
      let attribute = text[name..<nameEnd].lazy.map(Scan.lower)
      if id == nil, attribute.elementsEqual("id".utf8) { id = value }
      if isAnchor, anchorName == nil, attribute.elementsEqual("name".utf8) { anchorName = value }
    }
    guard place < text.count else { return nil }
    end = place + 1
  }

  /// In lower case.
  func name(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text[nameRange].map(Scan.lower), as: UTF8.self)
  }

  /// Whether it is worth asking: no name of such an element is shorter, longer, or begins otherwise.
  func mayHoldRawText(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (3...9).contains(nameRange.count) && "inpstx".utf8.contains(text[nameRange.lowerBound] | 0x20)
  }
}
