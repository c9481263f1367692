import Foundation
import Model
import Records
import Testing

/// The reader against another reader, on random texts that are JSON.
@Suite struct JSONAgreementTests {
  /// SplitMix64, so that a failure repeats.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  private func space(_ dice: inout Dice) -> String {
    ["", "", "", " ", "\n", "\t", "\r\n", "  "].randomElement(using: &dice) ?? ""
  }

  private func string(_ dice: inout Dice) -> String {
    let pieces = [
      "a", "Z", "0", " ", "é", "中", "😀", "\u{7F}", "\u{2028}", #"\n"#, #"\""#, #"\\"#, #"\/"#,
      #"\u00e9"#, #"\uD83D\uDE00"#, #"\u0000"#, #"\b"#, "plain text of some length",
    ]
    let count = Int.random(in: 0...12, using: &dice)
    return (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
  }

  private func value(_ dice: inout Dice, depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 5 ? 6 : 9), using: &dice) {
    case 0: return "true"
    case 1: return "false"
    case 2: return "null"
    case 3: return String(Int.random(in: -1_000_000...1_000_000, using: &dice))
    case 4:
      return ["0.5", "-0.25", "1e3", "2E-2", "12.75e+1"].randomElement(using: &dice) ?? "0"
    case 5: return "\"\(string(&dice))\""
    case 6:
      let count = Int.random(in: 0...4, using: &dice)
      let elements = (0..<count).map { _ in
        space(&dice) + value(&dice, depth: depth + 1) + space(&dice)
      }
      return "[" + space(&dice) + elements.joined(separator: ",") + "]"
    default:
      let count = Int.random(in: 0...4, using: &dice)
      let members = (0..<count).map { index in
        space(&dice) + "\"\(index)\(string(&dice))\"" + space(&dice) + ":" + space(&dice)
          + value(&dice, depth: depth + 1) + space(&dice)
      }
      return "{" + space(&dice) + members.joined(separator: ",") + "}"
    }
  }

  private func agrees(_ value: Value, _ other: Any) -> Bool {
    switch value.kind {
    case .object:
      guard let other = other as? [String: Any] else { return false }
      return value.count == other.count
        && value.members.allSatisfy { member in
          other[member.name].map { agrees(member.value, $0) } ?? false
        }
    case .array:
      guard let other = other as? [Any] else { return false }
      return value.count == other.count
        && zip(value.elements, other).allSatisfy { agrees($0, $1) }
    case .string: return value.string?.utf8.elementsEqual((other as? String ?? "").utf8) ?? false
    case .number:
      return Double(String(decoding: value.source, as: UTF8.self))
        == (other as? NSNumber)?.doubleValue
    case .true: return other as? Bool == true
    case .false: return other as? Bool == false
    case .null: return other is NSNull
    case .key: return false
    }
  }

  @Test(arguments: 0..<40)
  func `the reader agrees with Foundation on JSON`(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<25 {
      let text = space(&dice) + value(&dice, depth: 0) + space(&dice)
      let bytes = Array(text.utf8)
      let reading = try JSONReader().reading(of: bytes)
      #expect(reading.flawCount == 0)
      let document = Document(bytes: bytes, tape: reading.tape, origin: Origin(file: "a"))
      let other = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(agrees(document.root, other), "\(text)")
    }
  }
}
