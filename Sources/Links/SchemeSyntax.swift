internal import Standards

/// What can be told of an address that is not probed from its text alone.
enum SchemeSyntax {
  /// The schemes whose addresses are read, sorted, each with what is wrong with an address as a
  /// phrase; nil where nothing is.
  static let all: [(scheme: String, fault: @Sendable ([UInt8]) -> String?)] = [
    ("data", DataAddress.fault),
    ("mailto", MailAddress.fault),
    ("tel", TelephoneNumber.fault),
  ]

  /// What is wrong with an opaque URL; nil where nothing is, or nobody can tell.
  static func fault(in url: WebURL) -> String? {
    guard let reader = all.first(where: { $0.scheme == url.scheme }) else { return nil }
    return reader.fault(
      Array(url.serializedWithoutFragment.utf8.dropFirst(url.scheme.utf8.count + 1)))
  }
}

/// `data:text/plain;base64,QQ==`. RFC 2397.
enum DataAddress {
  static func fault(in text: [UInt8]) -> String? {
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else {
      return "'data:' needs a comma before its content"
    }
    let head = String(decoding: text[..<comma], as: UTF8.self).lowercased()
    guard head.hasSuffix(";base64") else { return nil }
    let content = PercentEncoding.decoded(Array(text[(comma + 1)...])).filter { $0 > 0x20 }
    let digits = content.prefix { $0 != UInt8(ascii: "=") }
    let isAlphabet = digits.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x7B
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }
    let padding = content.dropFirst(digits.count)
    guard isAlphabet, padding.count <= 2, padding.allSatisfy({ $0 == UInt8(ascii: "=") }),
      digits.count % 4 != 1, padding.isEmpty || content.count % 4 == 0
    else { return "its content is no base64" }
    return nil
  }
}

/// `mailto:desk@news.example?subject=Hello`. RFC 6068.
enum MailAddress {
  static func fault(in text: [UInt8]) -> String? {
    let parts = text.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let fields = parts.count == 2 ? parts[1] : []
    guard let list = parts.first, !list.isEmpty else {
      return fields.isEmpty ? "the mail address is missing" : nil
    }
    for address in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      if let fault = fault(ofAddress: PercentEncoding.decoded(Array(address))) { return fault }
    }
    return nil
  }

  /// RFC 5322, section 3.4.1, with the characters of RFC 6532.
  private static func fault(ofAddress text: [UInt8]) -> String? {
    guard let at = text.lastIndex(of: UInt8(ascii: "@")) else {
      return "the mail address has no '@'"
    }
    let (local, domain) = (text[..<at], text[(at + 1)...])
    if local.isEmpty { return "the mail address has nothing before '@'" }
    if domain.isEmpty { return "the mail address has nothing after '@'" }
    let isQuoted =
      local.count >= 2 && local.first == UInt8(ascii: "\"") && local.last == UInt8(ascii: "\"")
    guard isQuoted || isDotAtom(local) else {
      return "what stands before '@' is no name of a mailbox"
    }
    let isLiteral = domain.first == UInt8(ascii: "[") && domain.last == UInt8(ascii: "]")
    let host = try? WebURL("http://\(String(decoding: domain, as: UTF8.self))/").hostText
    guard isLiteral || isDotAtom(domain) && host != nil else {
      return "what stands after '@' is no domain"
    }
    return nil
  }

  private static func isDotAtom(_ text: ArraySlice<UInt8>) -> Bool {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { byte in
          byte >= 0x80 || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20) && byte < 0x7B
            || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
  }
}

/// `tel:+49-30-123456;ext=7`. RFC 3966; blanks between digits are let pass, as telephones do.
enum TelephoneNumber {
  static func fault(in text: [UInt8]) -> String? {
    let decoded = PercentEncoding.decoded(text)
    let number = decoded.prefix { $0 != UInt8(ascii: ";") }
    let digits = number.dropFirst(number.first == UInt8(ascii: "+") ? 1 : 0)
    guard digits.contains(where: { (0x30...0x39).contains($0) }) else {
      return "the telephone number has no digit"
    }
    let isGlobal = number.first == UInt8(ascii: "+")
    let isNumber = digits.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "-.() ".utf8.contains(byte)
        || !isGlobal && "*#".utf8.contains(byte)
    }
    return isNumber ? nil : "the telephone number holds something else than digits"
  }
}
