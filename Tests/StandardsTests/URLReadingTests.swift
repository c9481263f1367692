import Testing

@testable import Standards

@Suite struct URLReadingTests {
  private func slice(_ text: String, _ range: Range<Int>?) -> String? {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test func `parts point into the text as given`() throws {
    let text = " HTTPS://u:p@B\u{FC}cher.example:0443/a b/../c?d=e#f "
    let parts = try URLReading(text).parts
    #expect(slice(text, parts.scheme) == "HTTPS")
    #expect(slice(text, parts.userinfo) == "u:p")
    #expect(slice(text, parts.host) == "B\u{FC}cher.example")
    #expect(slice(text, parts.port) == "0443")
    #expect(slice(text, parts.path) == "/a b/../c")
    #expect(slice(text, parts.query) == "d=e")
    #expect(slice(text, parts.fragment) == "f")
  }

  @Test func `parts point over dropped tabs`() throws {
    let text = "ht\ttp://a.ex\nample/\tb?c\r#d"
    let parts = try URLReading(text).parts
    #expect(slice(text, parts.scheme) == "ht\ttp")
    #expect(slice(text, parts.host) == "a.ex\nample")
    #expect(slice(text, parts.path) == "/\tb")
    #expect(slice(text, parts.query) == "c")
    #expect(slice(text, parts.fragment) == "d")
  }

  @Test func `parts that are absent are nil`() throws {
    let parts = try URLReading("https://a").parts
    #expect(parts.userinfo == nil && parts.port == nil && parts.query == nil)
    #expect(parts.fragment == nil && parts.path == 9..<9)
    let reference = try URLReading("b#c", base: WebURL("https://a")).parts
    #expect(reference.scheme == nil && reference.host == nil && reference.path == 0..<1)
  }

  struct Expectation: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: URLNote.Kind
    let range: Range<Int>
    init(_ text: String, _ kind: URLNote.Kind, _ range: Range<Int>) {
      (self.text, self.kind, self.range) = (text, kind, range)
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Expectation(" https://a/", .outerBlank, 0..<1),
    Expectation("https://a/\n", .outerBlank, 10..<11),
    Expectation("https://a/\tb", .tabOrNewline, 10..<11),
    Expectation("https:\\/a/", .backslash, 6..<7),
    Expectation("https://a/b\\c", .backslash, 11..<12),
    Expectation("https:/a/", .missingSlash, 0..<6),
    Expectation("https:///a/", .extraSlash, 6..<9),
    Expectation("https://u:p@a/", .credentials, 8..<11),
    Expectation("HTTPS://a/", .upperCaseScheme, 0..<5),
    Expectation("https://A.b/", .upperCaseHost, 8..<11),
    Expectation("https://%61.b/", .escapedHost, 8..<13),
    Expectation("https://127.1/", .unusualAddress, 8..<13),
    Expectation("https://127.0.0.1./", .unusualAddress, 8..<18),
    Expectation("https://a..b/", .unresolvableHost, 8..<12),
    Expectation("https://.b/", .unresolvableHost, 8..<10),
    Expectation("https://a:443/", .defaultPort, 9..<13),
    Expectation("https://a:/", .unusualPort, 9..<10),
    Expectation("https://a:080/", .unusualPort, 9..<13),
    Expectation("https://a/./b", .dotSegment, 10..<11),
    Expectation("https://a/b c", .unescaped, 11..<12),
    Expectation("https://a/?b c", .unescaped, 12..<13),
    Expectation("https://a/#b<", .unescaped, 12..<13),
    Expectation("https://a/%zz", .strayPercent, 10..<11),
    Expectation("https://a/%4", .strayPercent, 10..<11),
    Expectation("https://a/%41", .needlessEscape, 10..<13),
    Expectation("https://a/b\u{E9}c", .nonASCII, 11..<13),
    Expectation("https://\u{E9}.b/", .nonASCII, 8..<12),
  ]) func `what is forgiven is noted with its place`(_ expectation: Expectation) throws {
    let reading = try URLReading(expectation.text)
    #expect(reading.notes == [URLNote(kind: expectation.kind, range: expectation.range)])
  }

  @Test(arguments: [
    "https://a.example/b/c?d=e&f=%20#g", "http://127.0.0.1:8080/", "https://[::1]/%C3%A9",
    "https://xn--bcher-kva.example/", "https://a.example./x", "mailto:a@b.example",
  ]) func `a proper URL has no notes`(_ text: String) throws {
    #expect(try URLReading(text).notes.isEmpty)
  }

  @Test func `labels over 63 bytes and names over 253 are noted`() throws {
    let label = String(repeating: "a", count: 63)
    #expect(try URLReading("https://\(label).b/").notes.isEmpty)
    #expect(try URLReading("https://\(label)a.b/").note(.unresolvableHost) != nil)
    let long = [String](repeating: label, count: 4).joined(separator: ".")
    #expect(try URLReading("https://\(long)/").note(.unresolvableHost) != nil)
  }

  @Test func `bytes that are no UTF-8 are escaped as they are`() throws {
    let reading = try URLReading(utf8: Array("https://a/".utf8) + [0xE9, 0xFF])
    #expect(reading.url.serialized == "https://a/%E9%FF")
  }
}
