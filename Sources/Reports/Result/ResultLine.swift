import Model

/// A JSON object of a native report, whose members are taken strictly: a fault names its place.
struct ResultLine {
  let value: Value

  func fault(_ reason: ResultError.Reason, at place: Value? = nil) -> ResultError {
    let start = (place ?? value).span.start
    return ResultError(file: start.file, line: start.line, column: start.column, reason)
  }

  /// A member; null is as good as one that is not there.
  func optional(_ name: String) -> Value? {
    guard let member = value.member(name), member.kind != .null else { return nil }
    return member
  }

  func required(_ name: String) throws(ResultError) -> Value {
    guard let member = optional(name) else { throw fault(.missing(name)) }
    return member
  }

  func string(_ name: String) throws(ResultError) -> String {
    try Self.string(required(name), of: self, name)
  }

  func optionalString(_ name: String) throws(ResultError) -> String? {
    guard let member = optional(name) else { return nil }
    return try Self.string(member, of: self, name)
  }

  /// A whole number from 0.
  func int(_ name: String) throws(ResultError) -> Int {
    let member = try required(name)
    guard let number = Int(String(decoding: member.source, as: UTF8.self)), number >= 0 else {
      throw fault(.wrong(name, expected: "a whole number from 0"), at: member)
    }
    return number
  }

  func optionalInt(_ name: String) throws(ResultError) -> Int? {
    optional(name) == nil ? nil : try int(name)
  }

  /// A number with up to three digits behind the point, in thousandths.
  func thousandths(_ name: String) throws(ResultError) -> Int {
    let member = try required(name)
    let parts = member.source.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    let zeros = String(repeating: "0", count: max(0, 3 - fraction.utf8.count))
    guard member.kind == .number, fraction.utf8.count <= 3, let first = parts.first,
      let number = Int(String(decoding: first, as: UTF8.self) + fraction + zeros), number >= 0
    else { throw fault(.wrong(name, expected: "a number of thousandths from 0"), at: member) }
    return number
  }

  func bool(_ name: String) throws(ResultError) -> Bool {
    let member = try required(name)
    switch member.kind {
    case .true: return true
    case .false: return false
    case .object, .array, .string, .number, .null, .key:
      throw fault(.wrong(name, expected: "true or false"), at: member)
    }
  }

  func object(_ name: String) throws(ResultError) -> ResultLine {
    try Self.object(required(name), of: self, name)
  }

  func optionalObject(_ name: String) throws(ResultError) -> ResultLine? {
    guard let member = optional(name) else { return nil }
    return try Self.object(member, of: self, name)
  }

  func objects(_ name: String) throws(ResultError) -> [ResultLine] {
    var objects: [ResultLine] = []
    for element in try array(name) { objects.append(try Self.object(element, of: self, name)) }
    return objects
  }

  func strings(_ name: String) throws(ResultError) -> [String] {
    var strings: [String] = []
    for element in try array(name) { strings.append(try Self.string(element, of: self, name)) }
    return strings
  }

  /// One of an enum's values.
  func choice<Choice: RawRepresentable<String>>(
    _ name: String, of type: Choice.Type
  ) throws(ResultError) -> Choice {
    let text = try string(name)
    guard let choice = Choice(rawValue: text) else {
      throw fault(.wrong(name, expected: "a \(name) that is known"), at: try required(name))
    }
    return choice
  }

  /// A moment in UTC, in seconds since 1970.
  func time(_ name: String) throws(ResultError) -> Int? {
    guard let text = try optionalString(name) else { return nil }
    guard let seconds = UTCTime.seconds(text) else {
      throw fault(.wrong(name, expected: "a time such as 2026-06-25T14:59:57Z"), at: optional(name))
    }
    return seconds
  }

  private func array(_ name: String) throws(ResultError) -> Elements {
    let member = try required(name)
    guard member.kind == .array else {
      throw fault(.wrong(name, expected: "an array"), at: member)
    }
    return member.elements
  }

  private static func string(
    _ value: Value, of line: ResultLine, _ name: String
  ) throws(ResultError) -> String {
    guard value.kind == .string, let text = value.string else {
      throw line.fault(.wrong(name, expected: "a string"), at: value)
    }
    return text
  }

  private static func object(
    _ value: Value, of line: ResultLine, _ name: String
  ) throws(ResultError) -> ResultLine {
    guard value.kind == .object else {
      throw line.fault(.wrong(name, expected: "an object"), at: value)
    }
    return ResultLine(value: value)
  }
}
