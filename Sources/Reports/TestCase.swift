import Model

/// One testcase of the reports that tell tests: a record and a pack, or a record and a link.
struct TestCase {
  /// The same whether it passes or fails, or its history would break.
  let name: String
  let line: Int
  var milliseconds = 0
  /// Of a link's testcase.
  var verdict: Verdict?
  var state = State.passed
  var output: [String] = []

  enum State {
    case passed
    case skipped(message: String)
    case failure(Fault)
    case error(Fault)
  }

  struct Fault {
    let type: String
    let message: String
    /// Repeats the message: GitLab reads only this.
    let text: String
  }

  var isRed: Bool {
    switch state {
    case .passed, .skipped: false
    case .failure, .error: true
    }
  }

  /// Whether it passes and has nothing to tell.
  var isSilent: Bool {
    guard case .passed = state else { return false }
    return output.isEmpty
  }

  /// Writes the element on one line, but for line feeds inside texts.
  ///
  /// - Parameter isOfRun: whether it is about no record, and so has no place.
  func write(
    to xml: inout XMLWriter, name: String, file: String, style: JUnitStyle, isOfRun: Bool = false
  ) {
    let isStrict = style.profile == .strict
    xml.markup("    <testcase")
    xml.attribute("classname", style.classname(of: file))
    xml.attribute("name", isStrict ? JUnitStyle.token(name) : name)
    xml.attribute("time", Counted.decimal(thousandths: milliseconds))
    if style.hasPlace, !isOfRun {
      xml.attribute("file", file)
      xml.attribute("line", line)
    }
    xml.markup(">")
    switch state {
    case .passed: break
    case .skipped(let message):
      xml.markup("<skipped")
      xml.attribute("message", Self.short(message))
      xml.markup(">")
      xml.text(message)
      xml.markup("</skipped>")
    case .failure(let fault): Self.write(fault, as: "failure", to: &xml)
    case .error(let fault): Self.write(fault, as: "error", to: &xml)
    }
    if !output.isEmpty, style.hasCaseOutput {
      xml.markup("<system-out>")
      xml.text(output.joined(separator: "\n"))
      xml.markup("</system-out>")
    }
    xml.markup("</testcase>\n")
  }

  private static func write(_ fault: Fault, as element: String, to xml: inout XMLWriter) {
    xml.markup("<\(element)")
    xml.attribute("type", fault.type)
    xml.attribute("message", short(fault.message))
    xml.markup(">")
    xml.text(fault.text)
    xml.markup("</\(element)>")
  }

  /// Under 1,000 characters.
  private static func short(_ message: String) -> String {
    let scalars = message.unicodeScalars
    return scalars.count < 1_000 ? message : "\(String(scalars.prefix(990)))..."
  }
}
