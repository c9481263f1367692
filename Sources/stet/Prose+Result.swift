import Reports

extension Prose {
  /// Why a native report cannot be read.
  static func text(of error: ResultError) -> String {
    var place = error.file
    if error.line > 0 { place += ":\(error.line)" }
    if let column = error.column { place += ":\(column)" }
    return "\(place): \(sentence(error.reason))"
  }

  private static func sentence(_ reason: ResultError.Reason) -> String {
    switch reason {
    case .cannotRead(let code): "The report cannot be read: \(self.reason(code))."
    case .notJSON(let sentence): sentence
    case .tooLong: "The line is too long for a native report."
    case .missing(let name): "The line has no '\(name)', as a native report's has."
    case .wrong(let name, let expected): "'\(name)' is not \(expected)."
    case .unknownLine(let type): "No line of a native report is of the type '\(type)'."
    case .schema(let number):
      "The report is of schema \(number), which a newer stet has written. Use that one."
    case .noRun: "A native report begins with its 'run'. Write one with --report jsonl=FILE."
    case .misplaced(let type): "A '\(type)' may not stand here."
    case .unknownLink(let number): "There is no link of the number \(number) in the report."
    case .cut: "The report ends without its 'summary': it was cut. Run the check again."
    }
  }
}
