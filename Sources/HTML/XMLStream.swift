import CLibXML2

/// Gets the events of an XML text while it is read.
package protocol XMLSink: AnyObject {
  func start(_ element: XMLElement)
  func end()
  /// A piece of text in UTF-8; one text may come in several pieces.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The start tag of an XML element.
package struct XMLElement {
  /// Without its prefix.
  package let name: String
  /// The address of its name space; empty for none.
  package let space: String
  /// Those without a prefix.
  package let attributes: [(name: String, value: String)]
  /// From 1.
  package let line: Int
}

/// Reads XML as its bytes arrive, by libxml2, and tells its elements and text to a sink. Nothing is
/// loaded, and a text that declares entities is refused. The sink is kept for the stream's life.
/// How many bytes are fed is the caller's care.
package struct XMLStream: ~Copyable {
  /// None when memory was out.
  private let context: xmlParserCtxtPtr?
  // The context holds its address without owning it.
  private let relay: XMLRelay

  package init(sink: any XMLSink) {
    Libxml2.initialize()
    relay = XMLRelay(sink)
    var handler = Self.handler
    context = xmlCreatePushParserCtxt(
      &handler, Unmanaged.passUnretained(relay).toOpaque(), nil, 0, nil)
    // With NOENT '&amp;' in attributes is '&'; libxml2 2.9.14 gives '&#38;' without.
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
      | XML_PARSE_NOENT.rawValue
    if let context { xmlCtxtUseOptions(context, Int32(options)) }
    relay.context = context
  }

  deinit {
    if let context { xmlFreeParserCtxt(context) }
  }

  package func feed(_ bytes: UnsafeRawBufferPointer) {
    guard let context, !relay.isRefused, let start = bytes.baseAddress else { return }
    _ = xmlParseChunk(
      context, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
  }

  /// Ends the text. Nothing is fed afterwards.
  package func finish() {
    if let context, !relay.isRefused { _ = xmlParseChunk(context, nil, 0, 1) }
  }

  /// Why the text was not read to its end, as a phrase, if so.
  package var failure: String? {
    guard let context else { return "there is no memory left to read it" }
    if relay.isRefused { return "it declares entities" }
    guard context.pointee.wellFormed == 0 else { return nil }
    let error = context.pointee.lastError
    let message = error.message.map { String(cString: $0) } ?? ""
    let reason = message.split(separator: "\n").first.map { ": \($0)" } ?? ""
    return "line \(error.line) is no XML\(reason)"
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { relay, name, _, space, _, _, count, _, attributes in
      guard let relay = XMLRelay.at(relay), let name else { return }
      relay.sink.start(
        XMLElement(
          name: String(cString: name), space: space.map { String(cString: $0) } ?? "",
          attributes: XMLRelay.attributes(attributes, count: Int(count)), line: relay.line))
    }
    handler.endElementNs = { relay, _, _, _ in XMLRelay.at(relay)?.sink.end() }
    handler.characters = { relay, text, count in
      guard let relay = XMLRelay.at(relay), let text, count > 0 else { return }
      relay.sink.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.entityDecl = { relay, _, _, _, _, _ in XMLRelay.at(relay)?.refuse() }
    return handler
  }
}

/// Carries the sink through C.
private final class XMLRelay {
  let sink: any XMLSink
  var context: xmlParserCtxtPtr?
  private(set) var isRefused = false

  init(_ sink: any XMLSink) {
    self.sink = sink
  }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLRelay? {
    pointer.map { Unmanaged<XMLRelay>.fromOpaque($0).takeUnretainedValue() }
  }

  var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 1 }

  /// A few entities that stand for one another can grow without bound.
  func refuse() {
    isRefused = true
    if let context { xmlStopParser(context) }
  }

  /// Each is five pointers: name, prefix, name space, and where its value begins and ends.
  static func attributes(
    _ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    for index in 0..<count {
      guard let pointers, let name = pointers[5 * index], pointers[5 * index + 1] == nil,
        let start = pointers[5 * index + 3], let end = pointers[5 * index + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      attributes.append((String(cString: name), String(decoding: value, as: UTF8.self)))
    }
    return attributes
  }
}

/// What the whole library wants.
enum Libxml2 {
  static func initialize() { _ = initialization }
  /// It wants this once, before its first use by several threads.
  private static let initialization: Void = xmlInitParser()
}
