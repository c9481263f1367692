internal import Model

/// Reads facts and believes nothing: what our own hand would not have written is no fact.
struct FactsReader {
  private var status: Int?
  private var cause: FailureCause?
  private var contentType: String?
  private var botWall: String?
  private var entityTag: String?
  private var lastModified: String?
  private var hops: [Facts.Redirect] = []
  private var states: [Fragment: FragmentState] = [:]
  private var verified: Set<Fragment> = []
  private var form: PageForm?
  private var pageFacts: [PageFact] = []
  private var exchange: (method: String?, address: String?, version: String?, attempts: Int)?

  /// The facts that a text holds; none if any line of it is not as it should be.
  static func facts(in text: String) -> Facts? {
    guard text.utf8.count <= FactsText.longestFacts else { return nil }
    var reader = FactsReader()
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")),
        reader.take(line[..<blank], line[line.index(after: blank)...])
      else { return nil }
    }
    return reader.finish()
  }

  private mutating func take(
    _ word: Substring.UTF8View, _ value: Substring.UTF8View
  ) -> Bool {
    let text = String(Substring(value))
    switch String(Substring(word)) {
    case "answered":
      guard status == nil, let number = Int(text), (100...999).contains(number) else {
        return false
      }
      status = number
    case "failed":
      let parts = Self.parts(value)
      guard cause == nil, parts.count <= 2, parts.allSatisfy(FactsText.isKept),
        let known = FailureCause(code: parts[0], phrase: parts.count == 2 ? parts[1] : "")
      else { return false }
      cause = known
    case "type": return Self.set(&contentType, text)
    case "wall": return text.utf8.count <= 40 && Self.set(&botWall, text)
    case "etag": return Self.set(&entityTag, text)
    case "modified": return Self.set(&lastModified, text)
    case "hop": return takeHop(value)
    case "found": return takeFragment(text, .found)
    case "missing": return takeFragment(text, .missing)
    case "open": return takeFragment(text, nil)
    case "unsure":
      let parts = Self.parts(value)
      guard parts.count == 2, FactsText.isKept(parts[1]) else { return false }
      return takeFragment(parts[0], .undecidable(parts[1]))
    case "page":
      guard form == nil, let known = PageForm(rawValue: text) else { return false }
      form = known
    case "fact": return takeFact(value)
    case "by": return takeExchange(Self.parts(value))
    default: return false
    }
    return true
  }

  private mutating func takeHop(_ value: Substring.UTF8View) -> Bool {
    guard hops.count < 50, let blank = value.firstIndex(of: UInt8(ascii: " ")),
      let status = Int(Substring(value[..<blank])), [301, 302, 303, 307, 308].contains(status)
    else { return false }
    let location = String(Substring(value[value.index(after: blank)...]))
    guard FactsText.isAddress(location) else { return false }
    hops.append(Facts.Redirect(status: status, location: location))
    return true
  }

  private mutating func takeFragment(_ text: String, _ state: FragmentState?) -> Bool {
    let fragment = Fragment(text)
    guard FactsText.isKept(text), verified.insert(fragment).inserted else { return false }
    states[fragment] = state
    return true
  }

  private mutating func takeFact(_ value: Substring.UTF8View) -> Bool {
    guard form != nil, let blank = value.firstIndex(of: UInt8(ascii: " ")),
      let kind = PageFact.Kind(rawValue: String(Substring(value[..<blank])))
    else { return false }
    let text = String(Substring(value[value.index(after: blank)...]))
    let fact = PageFact(kind, text)
    guard fact.text.utf8.elementsEqual(text.utf8) else { return false }
    pageFacts.append(fact)
    return true
  }

  private mutating func takeExchange(_ parts: [String]) -> Bool {
    guard exchange == nil, parts.count == 4, let attempts = Int(parts[3]),
      (0...1_000).contains(attempts), ["HEAD", "GET", "-"].contains(parts[0]),
      ["1.0", "1.1", "2", "-"].contains(parts[2]), Self.isAddressWithPort(parts[1])
    else { return false }
    func known(_ text: String) -> String? { text == "-" ? nil : text }
    exchange = (known(parts[0]), known(parts[1]), known(parts[2]), attempts)
    return true
  }

  private func finish() -> Facts? {
    guard let exchange else { return nil }
    let event: Facts.Event
    switch (status, cause) {
    case (let status?, nil):
      event = .answered(
        Answer(
          status: status, contentType: contentType, botWall: botWall, fragments: states,
          validators: Validators(entityTag: entityTag, lastModified: lastModified),
          page: form.map { Page(form: $0, facts: pageFacts) }))
    case (nil, let cause?):
      guard contentType == nil, botWall == nil, verified.isEmpty, entityTag == nil,
        lastModified == nil, form == nil
      else { return nil }
      event = .failed(cause)
    case (nil, nil), (_?, _?): return nil
    }
    return Facts(
      event: event, hops: hops, attempts: exchange.attempts, method: exchange.method,
      address: exchange.address, httpVersion: exchange.version, verified: verified)
  }

  private static func set(_ field: inout String?, _ text: String) -> Bool {
    guard field == nil, FactsText.isKept(text) else { return false }
    field = text
    return true
  }

  private static func parts(_ value: Substring.UTF8View) -> [String] {
    value.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  private static func isAddressWithPort(_ text: String) -> Bool {
    text.utf8.count <= 80
      && text.utf8.allSatisfy { byte in
        "0123456789abcdefABCDEF.:[]%-".utf8.contains(byte)
      }
  }
}
