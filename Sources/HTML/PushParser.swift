import CLibXML2

/// Wraps libxml2's push parser for HTML, fed with valid UTF-8 that a `TagMender` has gone over.
///
/// Made, fed and freed by one task at a time; parsers of several tasks share nothing.
struct PushParser: ~Copyable {
  /// None when memory was out.
  private let context: htmlParserCtxtPtr?
  // The context holds its address without owning it.
  private let relay: SinkRelay

  init(sink: any HTMLSink) {
    Libxml2.initialize()
    relay = SinkRelay(sink)
    var handler = Self.handler
    context = htmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(relay).toOpaque(), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    // No files, no net, no charset guessing; and never NOIMPLIED, with which 2.9.14 drops all that
    // follows the first element.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    if let context { htmlCtxtUseOptions(context, Int32(options)) }
  }

  deinit {
    if let context { htmlFreeParserCtxt(context) }
  }

  /// How many elements are open.
  var depth: Int { context.map { Int($0.pointee.nameNr) } ?? 0 }

  var isUsable: Bool { context != nil }

  func feed(_ text: [UInt8]) {
    guard let context, !text.isEmpty else { return }
    text.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        _ = htmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 0)
      }
    }
  }

  func finish() {
    if let context { htmlParseChunk(context, nil, 0, 1) }
  }

  private static var handler: htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { relay, name, attributes in
      guard let relay, let name else { return }
      let sink = SinkRelay.at(relay).sink
      sink.start(HTMLElement(TagName(name), pairs: attributes))
    }
    handler.endElement = { relay, name in
      guard let relay, let name else { return }
      SinkRelay.at(relay).sink.end(TagName(name))
    }
    handler.characters = { relay, text, count in
      guard let relay, let text, count > 0 else { return }
      SinkRelay.at(relay).sink.characters(
        HTMLText(bytes: UnsafeBufferPointer(start: text, count: Int(count))))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    return handler
  }
}

/// Carries the sink through C.
private final class SinkRelay {
  let sink: any HTMLSink

  init(_ sink: any HTMLSink) {
    self.sink = sink
  }

  static func at(_ pointer: UnsafeMutableRawPointer) -> SinkRelay {
    Unmanaged<SinkRelay>.fromOpaque(pointer).takeUnretainedValue()
  }
}
