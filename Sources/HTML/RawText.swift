/// An element whose text holds no tags. HTML, section 13.2.5.2 and 13.2.5.3.
struct RawText {
  let element: String
  private let form: Form

  init?(element: String) {
    switch element {
    case "title", "textarea": form = .escapable
    case "iframe", "noembed", "noframes", "plaintext", "xmp": form = .verbatim
    case "script", "style": form = .program
    default: return nil
    }
    self.element = element
  }

  /// Whether the candidate, with the next byte, is or may become the element's end tag.
  func match(_ candidate: [UInt8], _ byte: UInt8) -> Match {
    let wanted = element.utf8.count + 2
    if candidate.count == wanted {
      return Scan.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
        ? .end : .none
    }
    // The text of `plaintext` has no end.
    guard element != "plaintext" else { return .none }
    let expected =
      candidate.count == 1
      ? UInt8(ascii: "/") : Array(element.utf8)[candidate.count - 2]
    return Scan.lower(byte) == expected ? .more : .none
  }

  /// Appends text so that libxml2 finds no tag in it and decodes what a browser decodes.
  func append(_ text: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    switch form {
    case .program:
      // libxml2 takes `</scripts` for an end.
      let isNearlyEnd = text.count == element.utf8.count + 2 && text.first == UInt8(ascii: "<")
      Scan.appendWithoutNULs(isNearlyEnd ? text.dropFirst() : text, to: &output)
    case .escapable, .verbatim:
      for byte in text {
        switch byte {
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: "&") where form == .verbatim: output.append(contentsOf: "&amp;".utf8)
        case 0: break
        default: output.append(byte)
        }
      }
    }
  }

  enum Match { case more, end, none }

  private enum Form {
    /// Character references are decoded.
    case escapable
    case verbatim
    /// libxml2 knows `script` and `style` itself.
    case program
  }
}
