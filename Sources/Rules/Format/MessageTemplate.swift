/// A message with placeholders: `{value}` is filled in, `[…]` is left out when a placeholder in it
/// has nothing to say, `{$.url}` is what the records call that field. `{{`, `}}`, `[[` and `]]` stand for themselves.
struct MessageTemplate: Sendable {
  private let pieces: [Piece]

  private indirect enum Piece: Sendable {
    case text(String)
    case placeholder(String)
    case optional([Piece])
  }

  struct Malformed: Error {
    let reason: String
  }

  init(_ text: String, fields: FieldNames = FieldNames()) throws(Malformed) {
    var reader = Reader(scalars: Array(text.unicodeScalars), fields: fields)
    pieces = try reader.pieces(isOptional: false)
  }

  /// The names that are filled in.
  var placeholders: [String] { Self.placeholders(in: pieces) }

  private static func placeholders(in pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .text: []
      case .placeholder(let name): [name]
      case .optional(let pieces): placeholders(in: pieces)
      }
    }
  }

  /// The message; values are made printable and cut.
  func filled(_ value: (String) -> String?) -> String {
    Self.filled(pieces, value).text
  }

  private static func filled(
    _ pieces: [Piece], _ value: (String) -> String?
  )
    -> (text: String, isComplete: Bool)
  {
    var text = ""
    var isComplete = true
    for piece in pieces {
      switch piece {
      case .text(let plain): text += plain
      case .placeholder(let name):
        if let value = value(name) {
          text += Printable.text(value)
        } else {
          isComplete = false
        }
      case .optional(let pieces):
        let inner = filled(pieces, value)
        if inner.isComplete { text += inner.text }
      }
    }
    return (text, isComplete)
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    let fields: FieldNames
    var position = 0

    mutating func pieces(isOptional: Bool) throws(Malformed) -> [Piece] {
      var pieces: [Piece] = []
      var text = String.UnicodeScalarView()
      func flushed(_ text: String.UnicodeScalarView) -> [Piece] {
        text.isEmpty ? [] : [.text(String(text))]
      }
      while position < scalars.count {
        let scalar = scalars[position]
        position += 1
        if "{}[]".unicodeScalars.contains(scalar), position < scalars.count,
          scalars[position] == scalar
        {
          text.append(scalar)
          position += 1
          continue
        }
        switch scalar {
        case "{":
          pieces += flushed(text)
          text.removeAll()
          pieces.append(try placeholder())
        case "[":
          guard !isOptional else { throw Malformed(reason: "'[' inside '[…]'") }
          pieces += flushed(text)
          text.removeAll()
          pieces.append(.optional(try self.pieces(isOptional: true)))
        case "]":
          guard isOptional else { throw Malformed(reason: "']' without '['") }
          return pieces + flushed(text)
        case "}": throw Malformed(reason: "'}' without '{'")
        default: text.append(scalar)
        }
      }
      guard !isOptional else { throw Malformed(reason: "'[' without ']'") }
      return pieces + flushed(text)
    }

    private mutating func placeholder() throws(Malformed) -> Piece {
      let name = try name()
      guard name.utf8.first == UInt8(ascii: "$") else { return .placeholder(name) }
      guard let selector = try? Selector(name), let names = selector.names, !names.isEmpty else {
        throw Malformed(reason: "'{\(name)}' names no field")
      }
      let own = fields.selectors(for: selector).first?.names ?? names
      return .text(own.joined(separator: "."))
    }

    private mutating func name() throws(Malformed) -> String {
      var name = String.UnicodeScalarView()
      while position < scalars.count {
        let scalar = scalars[position]
        position += 1
        if scalar == "}" { return String(name) }
        name.append(scalar)
      }
      throw Malformed(reason: "'{' without '}'")
    }
  }
}
