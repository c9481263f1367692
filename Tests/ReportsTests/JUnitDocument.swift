import Foundation
import FoundationXML

/// What a reader of XML sees in a JUnit report.
struct JUnitDocument {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [String] = []

    func count(_ attribute: String) -> Int { attributes[attribute].flatMap { Int($0) } ?? -1 }
  }

  private(set) var root = Element(name: "", attributes: [:])
  private(set) var suites: [Element] = []
  private(set) var cases: [Element] = []
  private(set) var all: [Element] = []
  private(set) var properties: [String: String] = [:]
  let isWellFormed: Bool

  init(_ text: String) {
    let parser = XMLParser(data: Data(text.utf8))
    let delegate = Delegate()
    parser.delegate = delegate
    isWellFormed = parser.parse()
    all = delegate.elements
    root = all.first ?? Element(name: "", attributes: [:])
    suites = all.filter { $0.name == "testsuite" }
    cases = all.filter { $0.name == "testcase" }
    for property in all where property.name == "property" {
      properties[property.attributes["name"] ?? ""] = property.attributes["value"]
    }
  }

  func elements(_ name: String) -> [Element] { all.filter { $0.name == name } }

  var isRed: Bool { !elements("failure").isEmpty || !elements("error").isEmpty }

  private final class Delegate: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if let last = open.last { elements[last].children.append(name) }
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}
