/// Paths of files as readers of reports want them: relative ones without `./` before them.
enum RelativePath {
  static func text(of file: String) -> String {
    var path = file.utf8[...]
    while path.starts(with: "./".utf8) {
      path = path.dropFirst(2)
      path = path.drop { $0 == UInt8(ascii: "/") }
    }
    let text = path.isEmpty ? file : String(decoding: path, as: UTF8.self)
    return CutText.cut(text, toBytes: JSONWriter.stringLimit)
  }

  /// As a URI reference: what cannot stand in one is percent-encoded. RFC 3986, section 4.2.
  static func reference(to file: String) -> String {
    var reference: [UInt8] = []
    let path = text(of: file)
    // A colon in the first segment would end a scheme.
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        reference.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        reference.append(contentsOf: "%\(byte < 16 ? "0" : "")\(digits)".utf8)
      }
    }
    let text = String(decoding: reference, as: UTF8.self)
    return text.utf8.first == UInt8(ascii: "/") ? "file://\(text)" : text
  }
}
