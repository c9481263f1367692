/// Reads the grammar of JSONPath queries. RFC 9535, section 2.
struct SelectorParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// `jsonpath-query = "$" *(S segment)`.
  mutating func query() throws(SelectorError) -> [Selector.Segment] {
    guard take("$") else { throw error(.expected("'$'")) }
    var segments: [Selector.Segment] = []
    while position < scalars.count {
      skipBlanks()
      segments.append(try segment())
    }
    return segments
  }

  private mutating func segment() throws(SelectorError) -> Selector.Segment {
    if peek == "[" {
      return Selector.Segment(reach: .children, picks: try brackets())
    }
    guard take(".") else { throw error(.expected("'.' or '['")) }
    guard take(".") else {
      return Selector.Segment(reach: .children, picks: [try shorthand()])
    }
    let picks = peek == "[" ? try brackets() : [try shorthand()]
    return Selector.Segment(reach: .descendants, picks: picks)
  }

  /// `wildcard-selector / member-name-shorthand`.
  private mutating func shorthand() throws(SelectorError) -> Selector.Pick {
    if take("*") { return .wildcard }
    var name = String.UnicodeScalarView()
    while let scalar = peek, Self.isNameCharacter(scalar, isFirst: name.isEmpty) {
      name.append(scalar)
      position += 1
    }
    guard !name.isEmpty else { throw error(.expected("a name or '*'")) }
    return .name(String(name))
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_": true
    case "0"..."9": !isFirst
    default: scalar.value >= 0x80
    }
  }

  private mutating func brackets() throws(SelectorError) -> [Selector.Pick] {
    position += 1
    var picks: [Selector.Pick] = []
    repeat {
      skipBlanks()
      picks.append(try pick())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw error(.expected("',' or ']'")) }
    return picks
  }

  private mutating func pick() throws(SelectorError) -> Selector.Pick {
    switch peek {
    case "*":
      position += 1
      return .wildcard
    case "'", "\"": return .name(try quotedName())
    case "?": throw error(.filter)
    case .some(let scalar) where scalar == "-" || scalar == ":" || ("0"..."9").contains(scalar):
      return try indexOrSlice()
    default: throw error(.expected("a name in quotes, a number, a slice or '*'"))
    }
  }

  private mutating func indexOrSlice() throws(SelectorError) -> Selector.Pick {
    let start = try integer()
    let afterStart = position
    skipBlanks()
    guard take(":") else {
      position = afterStart
      guard let start else { throw error(.expected("a number")) }
      return .index(start)
    }
    skipBlanks()
    let end = try integer()
    skipBlanks()
    var step: Int?
    if take(":") {
      skipBlanks()
      step = try integer()
    }
    return .slice(start: start, end: end, step: step ?? 1)
  }

  /// `int = "0" / (["-"] DIGIT1 *DIGIT)`, in the range that I-JSON can hold; none without digits.
  private mutating func integer() throws(SelectorError) -> Int? {
    let start = position
    let isNegative = take("-")
    var value = 0
    var digits = 0
    while let digit = peek, ("0"..."9").contains(digit) {
      value = value * 10 + Int(digit.value - 48)
      digits += 1
      position += 1
      guard value <= 1 << 53 - 1 else { throw error(.integerOutOfRange, at: start) }
      guard digits == 1 || scalars[start + (isNegative ? 1 : 0)] != "0" else {
        throw error(.badInteger, at: start)
      }
    }
    guard digits > 0 else {
      guard !isNegative else { throw error(.expected("a digit")) }
      return nil
    }
    guard !(isNegative && value == 0) else { throw error(.badInteger, at: start) }
    return isNegative ? -value : value
  }

  private mutating func quotedName() throws(SelectorError) -> String {
    let quote = scalars[position]
    position += 1
    var name = String.UnicodeScalarView()
    while let scalar = peek, scalar != quote {
      guard scalar.value >= 0x20 else { throw error(.expected("no control character")) }
      position += 1
      name.append(scalar == "\\" ? try escaped(quote) : scalar)
    }
    guard take(quote) else { throw error(.expected("a closing quote")) }
    return String(name)
  }

  private mutating func escaped(_ quote: Unicode.Scalar) throws(SelectorError) -> Unicode.Scalar {
    let start = position - 1
    guard let letter = peek else { throw error(.badEscape, at: start) }
    position += 1
    switch letter {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "/", "\\", quote: return letter
    case "u": break
    default: throw error(.badEscape, at: start)
    }
    let unit = try hexadecimal(start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit & 0xFC00 == 0xD800, take("\\"), take("u") else {
      throw error(.badEscape, at: start)
    }
    let low = try hexadecimal(start)
    guard low & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    else { throw error(.badEscape, at: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(SelectorError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = peek, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw error(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private var peek: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  /// `S = *B`: blank, tab, line feed, carriage return.
  private mutating func skipBlanks() {
    while let scalar = peek, scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
      position += 1
    }
  }

  private func error(_ fault: SelectorError.Fault, at start: Int? = nil) -> SelectorError {
    SelectorError(fault: fault, position: start ?? position)
  }
}
