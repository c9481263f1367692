import Glibc

/// A conversion to UTF-8 by glibc. A class, because its state is the C library's.
final class Iconv {
  private let handle: iconv_t
  /// The width of the smallest unit of the charset, which is skipped where it is bad.
  private let unit: Int

  /// None for a charset that glibc does not know.
  init?(from charset: String) {
    let name = Charset.glibcName(of: charset)
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
    unit = name.hasPrefix("UTF-16") ? 2 : 1
  }

  deinit {
    iconv_close(handle)
  }

  /// The text, the bytes of an unfinished character at the end, and whether some were no character.
  func convert(
    _ bytes: [UInt8], isLast: Bool
  ) -> (text: [UInt8], rest: [UInt8], isBroken: Bool) {
    var text: [UInt8] = []
    var isBroken = false
    var input = bytes.map { CChar(bitPattern: $0) }
    var buffer = [CChar](repeating: 0, count: 4_096)
    let read = input.withUnsafeMutableBufferPointer { input in
      buffer.withUnsafeMutableBufferPointer { buffer in
        convert(input, by: buffer, isLast: isLast, to: &text, &isBroken)
      }
    }
    return (text, Array(bytes[read...]), isBroken)
  }

  /// Returns how many bytes were read.
  private func convert(
    _ input: UnsafeMutableBufferPointer<CChar>, by buffer: UnsafeMutableBufferPointer<CChar>,
    isLast: Bool, to text: inout [UInt8], _ isBroken: inout Bool
  ) -> Int {
    var from = input.baseAddress
    var left = input.count
    while left > 0 {
      var to = buffer.baseAddress
      var free = buffer.count
      let hasFailed = iconv(handle, &from, &left, &to, &free) == Int(bitPattern: UInt.max)
      let failure = hasFailed ? errno : 0
      for byte in buffer[..<(buffer.count - free)] { text.append(UInt8(bitPattern: byte)) }
      if failure == EILSEQ || failure == EINVAL && isLast {
        isBroken = true
        text.append(contentsOf: "\u{FFFD}".utf8)
        let skipped = min(unit, left)
        from = from?.advanced(by: skipped)
        left -= skipped
      } else if failure == EINVAL {
        break
      }
    }
    return input.count - left
  }
}
