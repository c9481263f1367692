/// Reads the field `Link` of an answer's head. RFC 8288, section 3.
enum LinkField {
  /// The addresses of a relation.
  static func addresses(of relation: String, in value: String) -> [String] {
    var addresses: [String] = []
    let bytes = Array(value.utf8)
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      let (parameters, end) = parameters(in: bytes, from: close + 1)
      let relations = parameters.first { $0.name == "rel" }?.value.lowercased() ?? ""
      if relations.split(separator: " ").contains(relation[...]) {
        addresses.append(String(decoding: bytes[open + 1..<close], as: UTF8.self))
      }
      index = end
    }
    return addresses
  }

  private static func parameters(
    in bytes: [UInt8], from start: Int
  ) -> ([(name: String, value: String)], end: Int) {
    var parameters: [(name: String, value: String)] = []
    var index = start
    var piece: [UInt8] = []
    var isQuoted = false
    func parameter() -> (name: String, value: String)? {
      let parts = piece.split(separator: UInt8(ascii: "="), maxSplits: 1).map {
        String(decoding: $0.filter { $0 > 0x20 || $0 == 0x20 }, as: UTF8.self)
      }
      guard parts.count == 2 else { return nil }
      return (trimmed(parts[0]).lowercased(), trimmed(parts[1]))
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") {
        if let parameter = parameter() { parameters.append(parameter) }
        piece = []
        if byte == UInt8(ascii: ",") { return (parameters, index + 1) }
      } else {
        piece.append(byte)
      }
      index += 1
    }
    if let parameter = parameter() { parameters.append(parameter) }
    return (parameters, index)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
    let end = bytes.lastIndex { $0 != 0x20 } ?? -1
    return start > end ? "" : String(decoding: bytes[start...end], as: UTF8.self)
  }
}
