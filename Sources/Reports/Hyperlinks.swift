import Model

/// Makes texts on a terminal lead somewhere, by the escape sequence OSC 8: a file's place to the
/// file, an address to itself. Whoever has no such terminal gets none.
package struct Hyperlinks: Sendable {
  /// The machine's name, for who looks from another one.
  private let host: String
  /// The folder that relative paths start from, absolute.
  private let folder: String

  package init(host: String, folder: String) {
    self.host = host
    self.folder = folder
  }

  /// The text, leading to a file; standard input leads nowhere.
  func text(_ text: String, toFile file: String) -> String {
    guard !file.utf8.elementsEqual("-".utf8) else { return text }
    let isAbsolute = file.utf8.first == UInt8(ascii: "/")
    let path = isAbsolute ? file : "\(folder)/\(RelativePath.text(of: file))"
    return Self.text(text, to: "file://\(Self.encoded(host))\(Self.encoded(path))")
  }

  /// The text, leading to a page; an address of another scheme, or with a byte that a terminal might
  /// take for something else, leads nowhere.
  func text(_ text: String, toPage url: String) -> String {
    let isWeb = url.utf8.starts(with: "https://".utf8) || url.utf8.starts(with: "http://".utf8)
    guard isWeb, url.utf8.count <= 2_000, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return text }
    return Self.text(text, to: url)
  }

  private static func text(_ text: String, to uri: String) -> String {
    "\u{1B}]8;;\(uri)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// Percent-encoded but for the unreserved and slashes. RFC 3986, section 2.3.
  private static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        bytes.append(contentsOf: "%\(byte < 16 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
