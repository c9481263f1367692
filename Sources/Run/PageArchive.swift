package import Model
import Records
import Standards

/// An archive of pages that can be asked for its copy of one.
package protocol PageArchive: Sendable {
  /// The address that tells of the copy of a page.
  func question(about page: String) -> String
  /// The copy that an answer tells of; nil where it tells of none, or cannot be believed.
  func copy(in answer: [UInt8]) -> ArchivedCopy?
}

/// The availability API of the Wayback Machine. https://archive.org/help/wayback_api.php
package struct WaybackMachine: PageArchive {
  private let endpoint: WebURL

  /// - Parameter endpoint: where to ask instead; nil for an address that is none of the web.
  package init?(endpoint: String = "https://archive.org/wayback/available") {
    guard let url = try? WebURL(endpoint), url.isWeb, !url.hasCredentials else { return nil }
    self.endpoint = url.withoutFragment
  }

  package func question(about page: String) -> String {
    var encoded = ""
    for byte in page.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x7B
        || "-._~".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      encoded += isPlain ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(digits)"
    }
    let isQuery = endpoint.query != nil
    return endpoint.serialized + (isQuery ? "&" : "?") + "url=" + encoded
  }

  package func copy(in answer: [UInt8]) -> ArchivedCopy? {
    let reading = RecordReader.reading(of: answer, named: "-")
    guard reading.findings.isEmpty,
      let closest = reading.record?.document.root.member("archived_snapshots")?.member("closest"),
      let available = closest.member("available"), available.source.elementsEqual("true".utf8),
      let status = closest.member("status")?.string, status == "200",
      let time = closest.member("timestamp")?.string, let date = Self.date(time),
      let text = closest.member("url")?.string, let url = try? WebURL(text), url.isWeb,
      !url.hasCredentials, isOfArchive(url)
    else { return nil }
    return ArchivedCopy(url: url.serialized, date: date)
  }

  /// A copy elsewhere would be an advertisement.
  private func isOfArchive(_ url: WebURL) -> Bool {
    url.hostText == "web.archive.org" || url.hostText == endpoint.hostText
  }

  /// `20130919044612` as a day.
  private static func date(_ time: String) -> String? {
    let digits = Array(time.utf8)
    guard digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
  }
}
