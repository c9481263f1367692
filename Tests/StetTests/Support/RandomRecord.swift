import Foundation

/// A generator that gives the same numbers for the same seed. SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A record with faults that can be mended, laid out at random, and its mended twin.
struct RandomRecord {
  let text: String
  /// The same text with the faults mended, made beside it and not by the program.
  let mended: String

  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var members = [
      (#""slug""#, Piece("\"record-\(seed)\"")),
      (#""title""#, Self.text(&numbers)),
      (#""summary""#, Self.text(&numbers)),
      (#""body_md""#, Self.text(&numbers, mayHaveSpace: false)),
      (#""lang""#, Self.language(&numbers)),
      (#""topics""#, Self.list(&numbers)),
      (#""x-\u00e9 ""#, Piece(Self.untouched.randomElement(using: &numbers) ?? "1")),
    ]
    members.shuffle(using: &numbers)
    var whole = Piece("{")
    for (position, (key, value)) in members.enumerated() {
      let blanks = (0..<4).map { _ in Self.blanks.randomElement(using: &numbers) ?? "" }
      whole += Piece((position > 0 ? "," : "") + blanks[0] + key + blanks[1] + ":" + blanks[2])
      whole += value
      whole += Piece(blanks[3])
    }
    whole += Piece("}" + (Bool.random(using: &numbers) ? "\n" : ""))
    text = (Int.random(in: 0..<8, using: &numbers) == 0 ? "\u{FEFF}" : "") + whole.old
    mended = whole.new
  }

  private struct Piece {
    var old: String
    var new: String

    init(_ text: String) {
      (old, new) = (text, text)
    }

    init(old: String, new: String) {
      (self.old, self.new) = (old, new)
    }

    static func += (left: inout Piece, right: Piece) {
      left.old += right.old
      left.new += right.new
    }
  }

  private static let blanks = ["", "", " ", "\n  ", "\r\n\t"]
  private static let untouched = [
    "1.50e+3", "null", #"{"b":1,"a":[true,false]}"#, #""\/ \u00E9 \ud83d\ude00""#,
  ]
  private static let words = [
    "tide", "caf\\u00e9", "M\\u00FCller", "日本語", "\\\"quoted\\\"", "a\\/b", "\\ud83d\\ude00", "и",
  ]

  /// Words, some in pieces of letters, some with white space around.
  private static func text(
    _ numbers: inout SeededNumbers, mayHaveSpace: Bool = true
  ) -> Piece {
    var text = Piece("\"")
    let hasSpace = mayHaveSpace && Int.random(in: 0..<3, using: &numbers) == 0
    if hasSpace { text.old += ["  ", "\\t", "\\u00a0"].randomElement(using: &numbers) ?? " " }
    for position in 0..<Int.random(in: 1...6, using: &numbers) {
      if position > 0 { text += Piece(" ") }
      if Int.random(in: 0..<4, using: &numbers) == 0 {
        text += Piece("x")
        text +=
          [
            Piece(old: "e\\u0301", new: "é"), Piece(old: "A\u{30A}", new: "Å"),
            Piece(old: "\\u0075\\u0308", new: "ü"),
          ].randomElement(using: &numbers) ?? Piece("")
        text += Piece("x")
      } else {
        text += Piece(words.randomElement(using: &numbers) ?? "")
      }
    }
    if hasSpace { text.old += " " }
    text += Piece("\"")
    return text
  }

  private static func language(_ numbers: inout SeededNumbers) -> Piece {
    [
      Piece("\"en\""), Piece(old: "\"EN-us\"", new: "\"en-US\""),
      Piece(old: "\"iw\"", new: "\"he\""),
      Piece(old: "\"ZH-hant-tw\"", new: "\"zh-Hant-TW\""),
    ].randomElement(using: &numbers) ?? Piece("\"en\"")
  }

  private static func list(_ numbers: inout SeededNumbers) -> Piece {
    var list = Piece("[")
    for position in 0..<Int.random(in: 0...3, using: &numbers) {
      if position > 0 { list += Piece(", ") }
      list += text(&numbers)
    }
    list += Piece(" ]")
    return list
  }
}
