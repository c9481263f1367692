/// The names of parameters whose values are not for a report.
///
/// Judged word by word, so that `author`, `keywords` and `design` are none: `api_key`,
/// `accessToken` and `X-Amz-Signature` are.
enum SecretNames {
  private static let words: Set<String> = [
    "accesskey", "auth", "authkey", "authorization", "bearer", "code", "credential", "credentials",
    "jsessionid", "jwt", "key", "oauth", "pass", "passphrase", "passwd", "phpsessid", "pwd",
    "session", "sessionid", "sid", "sig",
  ]

  private static let endings = ["apikey", "password", "secret", "signature", "token"]

  private static let prefixes = ["x-amz-", "x-goog-"]

  /// Whether a name, as it stands in a query, speaks of a secret.
  static func contains(_ name: ArraySlice<UInt8>) -> Bool {
    let name = decoded(name)
    let lowered = String(decoding: name.map(lowercase), as: UTF8.self)
    if prefixes.contains(where: { lowered.utf8.starts(with: $0.utf8) }) { return true }
    return split(name).contains { word in
      words.contains(word) || endings.contains { word.hasSuffix($0) }
    }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// The words of `access_token`, `accessToken`, `access-token`, in lower case.
  private static func split(_ name: [UInt8]) -> [String] {
    var words: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in name {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      let wasLower = previous >= UInt8(ascii: "a") && previous <= UInt8(ascii: "z")
      if isUpper && wasLower { words.append([]) }
      if isUpper || isLower {
        words[words.count - 1].append(lowercase(byte))
      } else {
        words.append([])
      }
      previous = byte
    }
    return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func decoded(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = name.startIndex
    while index < name.endIndex {
      if name[index] == UInt8(ascii: "%"), index + 2 < name.endIndex,
        let byte = UInt8(String(decoding: name[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(name[index])
        index += 1
      }
    }
    return decoded
  }
}
