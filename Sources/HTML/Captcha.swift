/// How the riddles that tell people from programs look on a page. Data: another maker is another line.
enum Captcha {
  /// Classes of the elements that riddles are put into.
  private static let classes = [
    "amzn-captcha", "cf-turnstile", "frc-captcha", "g-recaptcha", "geetest", "h-captcha",
  ]

  /// Parts of the addresses that their scripts and frames come from.
  private static let sources = [
    "captcha-delivery.com", "challenges.cloudflare.com", "hcaptcha.com", "recaptcha",
    "token.awswaf.com",
  ]

  private static let sourced: [TagName] = ["script", "iframe"]
  private static let classed: [TagName] = ["div", "form", "section", "button"]

  /// Whether an element is part of a riddle.
  static func isPart(_ element: borrowing HTMLElement) -> Bool {
    if sourced.contains(element.tag) { return holds(element.utf8(of: "src"), sources) }
    return classed.contains(element.tag) && holds(element.utf8(of: "class"), classes)
  }

  private static func holds(_ value: [UInt8]?, _ marks: [String]) -> Bool {
    guard let value, value.count < 2_048 else { return false }
    let lower = value.map(Scan.lower)
    return marks.contains { mark in
      let mark = Array(mark.utf8)
      return lower.indices.contains { lower[$0...].starts(with: mark) }
    }
  }
}
