import HTML
import Model

/// Knows which attributes of raw HTML are links. HTML, section 4, the elements' own sections.
enum HTMLHrefs {
  /// The links of a tag, with their bytes in its snippet.
  static func hrefs(of tag: HTMLTag) -> [WrittenHref] {
    tag.attributes.flatMap { attribute -> [WrittenHref] in
      guard let range = attribute.valueRange,
        let role = role(of: attribute.name, on: tag.name)
      else { return [] }
      if attribute.name == "srcset" {
        return candidates(in: Array(attribute.value.utf8), at: range)
      }
      return [WrittenHref(href: Href(attribute.value), range: range, role: role)]
    }
  }

  private static func role(of attribute: String, on element: String) -> LinkRole? {
    switch (element, attribute) {
    case ("a", "href"), ("area", "href"), ("link", "href"): .body
    case ("img", "src"), ("img", "srcset"), ("input", "src"), ("source", "srcset"),
      ("video", "poster"):
      .image
    case ("audio", "src"), ("embed", "src"), ("iframe", "src"), ("object", "data"),
      ("script", "src"), ("source", "src"), ("track", "src"), ("video", "src"):
      .body
    default: nil
    }
  }

  /// The addresses of a `srcset`. HTML, section 4.8.4.2.2.
  ///
  /// Where the value holds character references, all get the place of the whole value.
  private static func candidates(in value: [UInt8], at range: Range<Int>) -> [WrittenHref] {
    var hrefs: [WrittenHref] = []
    var position = 0
    while position < value.count {
      while position < value.count, value[position] <= 0x20 || value[position] == UInt8(ascii: ",")
      { position += 1 }
      let start = position
      while position < value.count, value[position] > 0x20 { position += 1 }
      var end = position
      while end > start, value[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if end == position {
        while position < value.count, value[position] != UInt8(ascii: ",") { position += 1 }
      }
      guard end > start else { continue }
      let isPlain = value.count == range.count
      hrefs.append(
        WrittenHref(
          href: Href(String(decoding: value[start..<end], as: UTF8.self)),
          range: isPlain ? range.lowerBound + start..<range.lowerBound + end : range, role: .image))
    }
    return hrefs
  }
}
