/// The Punycode of one label, without its `xn--`. RFC 3492.
enum Punycode {
  private static let base = 36
  private static let smallestThreshold = 1
  private static let largestThreshold = 26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let initialCodePoint = 128
  private static let hyphen = UInt8(ascii: "-")

  /// The ASCII of the code points. RFC 3492, section 6.3.
  static func encoded(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var output = scalars.filter(\.isASCII).map { UInt8($0.value) }
    let basic = output.count
    if basic > 0 { output.append(hyphen) }
    var codePoint = initialCodePoint
    var delta = 0
    var bias = initialBias
    var handled = basic
    while handled < scalars.count {
      guard let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= codePoint }).min() else {
        break
      }
      delta += (next - codePoint) * (handled + 1)
      codePoint = next
      for scalar in scalars {
        if scalar.value < codePoint { delta += 1 }
        guard scalar.value == codePoint else { continue }
        appendInteger(delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      codePoint += 1
    }
    return output
  }

  /// The UTF-8 that the Punycode stands for, or nil if it is none. RFC 3492, section 6.2.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    // A label has at most 63 bytes; longer text would only cost quadratic time.
    guard text.count <= 63 else { return nil }
    let split = text.lastIndex(of: hyphen)
    var scalars = text[text.startIndex..<(split ?? text.startIndex)].map(Unicode.Scalar.init)
    guard scalars.allSatisfy(\.isASCII) else { return nil }
    var rest = text[(split.map { $0 + 1 } ?? text.startIndex)...]
    var codePoint = initialCodePoint
    var index = 0
    var bias = initialBias
    while !rest.isEmpty {
      let before = index
      guard let delta = integer(from: &rest, bias: bias) else { return nil }
      index += delta
      bias = adapted(index - before, count: scalars.count + 1, isFirst: before == 0)
      codePoint += index / (scalars.count + 1)
      index %= scalars.count + 1
      guard codePoint <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(codePoint)) else {
        return nil
      }
      scalars.insert(scalar, at: index)
      index += 1
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return Array(String(result).utf8)
  }

  private static func appendInteger(_ value: Int, bias: Int, to output: inout [UInt8]) {
    var value = value
    var position = base
    while true {
      let threshold = threshold(at: position, bias: bias)
      guard value >= threshold else { break }
      output.append(digit(threshold + (value - threshold) % (base - threshold)))
      value = (value - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(value))
  }

  private static func integer(from rest: inout ArraySlice<UInt8>, bias: Int) -> Int? {
    var result = 0
    var weight = 1
    var position = base
    while let byte = rest.popFirst() {
      guard let digit = value(of: byte) else { return nil }
      let (product, overflows) = digit.multipliedReportingOverflow(by: weight)
      guard !overflows, result <= Int(Int32.max) - min(product, Int(Int32.max)) else { return nil }
      result += product
      let threshold = threshold(at: position, bias: bias)
      if digit < threshold { return result }
      weight *= base - threshold
      guard weight <= Int(Int32.max) else { return nil }
      position += base
    }
    return nil
  }

  private static func threshold(at position: Int, bias: Int) -> Int {
    max(smallestThreshold, min(largestThreshold, position - bias))
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var position = 0
    while delta > (base - smallestThreshold) * largestThreshold / 2 {
      delta /= base - smallestThreshold
      position += base
    }
    return position + (base - smallestThreshold + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30 + 26
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61
    default: nil
    }
  }
}
