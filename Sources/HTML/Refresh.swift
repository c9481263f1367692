/// What `refresh` asks of a browser, as a `meta` element or as a field of the answer's head.
package enum Refresh {
  /// Whether the value leads to another address: `0; url=/new`. HTML, section 4.2.5.3.
  package static func leadsElsewhere(_ value: some Collection<UInt8>) -> Bool {
    let rest = value.drop { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }.dropFirst()
    return !rest.allSatisfy { $0 <= 0x20 }
  }

  static func leadsElsewhere(_ element: borrowing HTMLElement) -> Bool {
    guard let name = element.utf8(of: "http-equiv"),
      name.lazy.map(Scan.lower).elementsEqual("refresh".utf8)
    else { return false }
    return leadsElsewhere(element.utf8(of: "content") ?? [])
  }
}
