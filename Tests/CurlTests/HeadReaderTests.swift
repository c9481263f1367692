import Testing

@testable import Curl

@Suite struct HeadReaderTests {
  private func head(_ lines: [String]) -> HeadReader {
    var head = HeadReader()
    let names = FieldNames(["location", "x"])
    for line in lines {
      (line + "\r\n").utf8CString.withUnsafeBytes { bytes in
        head.read(UnsafeRawBufferPointer(rebasing: bytes.dropLast()), keeping: names)
      }
    }
    return head
  }

  @Test func `interim heads are forgotten but counted`() {
    let lines = ["HTTP/1.1 103 Early Hints", "X: early", "", "HTTP/1.1 200 OK", "X: late", ""]
    let head = head(lines)
    #expect(head.status == 200)
    #expect(head.isComplete)
    #expect(head.fields.map(\.text) == ["late"])
    #expect(head.bytes == lines.map { $0.utf8.count + 2 }.reduce(0, +))
  }

  @Test func `trailers are counted but not kept`() {
    let head = head(["HTTP/1.1 200 OK", "", "X: trailer"])
    #expect(head.fields == [])
    #expect(head.bytes == 31)
  }

  @Test(arguments: [
    ("LOCATION:/a", "/a"), ("location: \t/a \t", "/a"), ("Location:", ""), ("LoCaTiOn: a:b", "a:b"),
  ])
  func `a field is kept without the blanks around its value`(line: String, value: String) {
    #expect(head(["HTTP/1.1 302 x", line, ""]).fields.map(\.text) == [value])
  }

  @Test(arguments: ["Locations: /a", "Locatio: /a", "Location /a", "", ": /a"])
  func `another line is not`(line: String) {
    #expect(head(["HTTP/1.1 302 x", line]).fields == [])
  }

  @Test func `an unasked upgrade is seen`() {
    #expect(head(["HTTP/1.1 101 Switching Protocols", ""]).isUpgrade)
  }
}

@Suite struct EndpointTests {
  @Test(arguments: [
    (Endpoint(.v4(0x7F00_0001), port: 80), "127.0.0.1:80"),
    (Endpoint(.v6(0, 1, scope: 0), port: 443), "[::1]:443"),
    (Endpoint(.v6(0xFE80_0000_0000_0000, 1, scope: 2), port: 1), "[fe80::1%2]:1"),
  ])
  func `an endpoint is written as in a URL`(endpoint: Endpoint, text: String) {
    #expect(endpoint.description == text)
  }

  @Test func `the machine's own addresses have its loopback`() {
    #expect(Endpoint.ownAddresses().contains(.v4(0x7F00_0001)))
  }
}
