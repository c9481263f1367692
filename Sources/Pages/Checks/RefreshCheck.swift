import Model
import Standards

/// The page does not send its readers to another one.
enum RefreshCheck: PageCheck {
  static let aspect = PageAspect.sentElsewhere

  static func faults(of subject: PageSubject) -> [PageFault] {
    guard let refresh = subject.page.first(.refresh), let href = address(in: refresh),
      let target = subject.resolved(href), target.identity != subject.address?.identity
    else { return [] }
    return [subject.fault(aspect, values: [("page", target.serialized)])]
  }

  /// The address in `5; url='/elsewhere'`. HTML, section 4.2.5.3.
  private static func address(in text: String) -> String? {
    guard let separator = text.utf8.firstIndex(where: { $0 == 0x3B || $0 == 0x2C }) else {
      return nil
    }
    var rest = Array(text.utf8[separator...].dropFirst().drop { $0 <= 0x20 })
    if String(decoding: rest.prefix(3), as: UTF8.self).lowercased() == "url" {
      rest = Array(rest.dropFirst(3).drop { $0 <= 0x20 })
      if rest.first == UInt8(ascii: "=") { rest = Array(rest.dropFirst().drop { $0 <= 0x20 }) }
    }
    if let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      rest = Array(rest.dropFirst().prefix { $0 != quote })
    }
    return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
  }
}
