extension JSONError {
  /// What was expected and what was found, as a sentence for the author, then what to do.
  package func sentence(in text: [UInt8]) -> String {
    switch reason {
    case .expected(let expected):
      let found = found(in: text)
      let mend = mend(expected, in: text)
      return "The text is not JSON: expected \(expected.phrase), found \(found)."
        + (mend.isEmpty ? "" : " \(mend)")
    case .invalidUTF8:
      let bytes = text[range].map { "0x" + Self.hexadecimal(UInt32($0), digits: 2) }
      return "The text is not UTF-8: \(bytes.joined(separator: " ")) "
        + "\(bytes.count == 1 ? "is" : "are") no character. Save the text as UTF-8."
    case .tooDeep(let limit):
      return "The record is nested more than \(limit) deep. Flatten it."
    case .numberOutOfRange:
      return "The number is too large for any reader. Write a smaller number, or a string."
    }
  }

  /// What stands at the fault, as the author wrote it; empty at the end of the text.
  package func evidence(in text: [UInt8]) -> String {
    String(decoding: text[range].prefix(64), as: UTF8.self)
  }

  private func character(in text: [UInt8]) -> Unicode.Scalar? {
    String(decoding: text[range], as: UTF8.self).unicodeScalars.first
  }

  private func found(in text: [UInt8]) -> String {
    guard let character = character(in: text) else { return "the end of the text" }
    switch character {
    case "\n": return "the end of the line"
    case "\t": return "a tab"
    case "\r": return "a carriage return"
    default: break
    }
    let properties = character.properties
    let code = "U+" + Self.hexadecimal(character.value, digits: 4)
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      return properties.name.map { "\(code) (\($0.lowercased()))" } ?? code
    default:
      return character.isASCII ? "'\(character)'" : "'\(character)' (\(code))"
    }
  }

  private func mend(_ expected: Expected, in text: [UInt8]) -> String {
    guard let character = character(in: text) else {
      return text.allSatisfy { $0 <= 0x20 }
        ? "It is empty: write a record." : "It ends too early: write the rest."
    }
    switch (expected, character) {
    case (.value, "}"), (.value, "]"), (.name, "}"), (.name, ","), (.value, ","),
      (.valueOrArrayEnd, ","), (.nameOrObjectEnd, ","):
      return "Remove the comma too many, or write what is missing."
    case (_, "\u{201C}"), (_, "\u{201D}"), (_, "\u{201E}"):
      return "Write straight double quotes."
    case (.value, "'"), (.valueOrArrayEnd, "'"), (.name, "'"), (.nameOrObjectEnd, "'"):
      return "Write double quotes."
    case (.stringEnd, "\n"), (.stringEnd, "\r"):
      return #"Close the string, or write a line break as '\n'."#
    case (.stringEnd, "\t"): return #"Write a tab as '\t'."#
    case (.stringEnd, _):
      return #"Write it as '\u\#(Self.hexadecimal(character.value, digits: 4))', or remove it."#
    case (.escape, _): return #"Write a backslash as '\\'."#
    case (_, "/"), (_, "#"): return "JSON has no comments: remove it."
    case (.commaOrObjectEnd, _), (.commaOrArrayEnd, _):
      return character == "\"" || character == "{" || character == "["
        ? "Write the comma that is missing." : ""
    case (.endOfText, "{"):
      return "Write several records as an array, or one a line in a file named '.jsonl'."
    case (.endOfText, _): return "Remove it."
    case (.name, _), (.nameOrObjectEnd, _): return "Write names in double quotes."
    case (.value, _), (.valueOrArrayEnd, _), (.literal, _):
      return "Write a string in double quotes, a number, an object, an array, true, false or null."
    case (.noDigitAfterZero, _): return "Remove the leading zeros."
    case (.colon, _), (.digit, _), (.hexadecimalDigit, _), (.restOfCharacter, _): return ""
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
