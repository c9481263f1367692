/// The elements of a JSON array that is written as a stream, each on a line of its own.
struct JSONElements {
  private var isFirst = true

  /// The element with what separates it from the one before.
  mutating func next(_ element: [UInt8]) -> [UInt8] {
    defer { isFirst = false }
    return Array((isFirst ? "\n" : ",\n").utf8) + element
  }

  mutating func next(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    return next(json.bytes)
  }
}
