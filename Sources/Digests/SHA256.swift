import CCrypto

/// SHA-256 of bytes, by libcrypto. FIPS 180-4.
package enum SHA256 {
  /// 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    digest(of: bytes).hexadecimal
  }

  /// The 32 bytes as they are.
  package static func digest(of bytes: [UInt8]) -> Digest {
    var digest = Digest()
    withUnsafeMutableBytes(of: &digest.words) { buffer in
      _ = CCrypto.SHA256(
        bytes, bytes.count, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return digest
  }

  /// A digest without memory of its own; ordered as its bytes are.
  package struct Digest: Hashable, Comparable, Sendable {
    /// In the order of the bytes, each as they lie in memory.
    fileprivate(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    fileprivate init() {}

    /// None for a text that is not 64 lower-case hexadecimal digits.
    package init?(hexadecimal text: String) {
      var bytes: [UInt8] = []
      var isHalf = false
      for digit in text.utf8 {
        let value: UInt8
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
        default: return nil
        }
        if isHalf { bytes[bytes.count - 1] |= value } else { bytes.append(value << 4) }
        isHalf.toggle()
      }
      guard !isHalf, bytes.count == Int(SHA256_DIGEST_LENGTH) else { return nil }
      withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    package var hexadecimal: String {
      let digits = StaticString("0123456789abcdef")
      return withUnsafeBytes(of: words) { digest in
        String(unsafeUninitializedCapacity: digest.count * 2) { text in
          for (index, byte) in digest.enumerated() {
            text[index * 2] = digits.utf8Start[Int(byte >> 4)]
            text[index * 2 + 1] = digits.utf8Start[Int(byte & 15)]
          }
          return digest.count * 2
        }
      }
    }

    package var firstByte: UInt8 { withUnsafeBytes(of: words) { $0[0] } }

    package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    package static func < (left: Digest, right: Digest) -> Bool { left.numbers < right.numbers }

    package func hash(into hasher: inout Hasher) {
      // Any part of a digest is as good as by chance.
      hasher.combine(words.0)
    }

    private var numbers: (UInt64, UInt64, UInt64, UInt64) {
      (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    }
  }
}
