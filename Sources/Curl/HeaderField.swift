/// One field of an answer's head.
package struct HeaderField: Hashable, Sendable {
  /// The name in lower case.
  package let name: String
  /// The value's bytes, without white space around it.
  package let value: [UInt8]

  /// A field from its parts.
  package init(name: String, value: [UInt8]) {
    self.name = name
    self.value = value
  }

  /// The value as text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: value, as: UTF8.self) }
}

extension [HeaderField] {
  /// All values of a field, in order.
  package func values(_ name: String) -> [[UInt8]] {
    filter { $0.name == name }.map(\.value)
  }

  /// The first value of a field, as text.
  package func first(_ name: String) -> String? {
    first { $0.name == name }?.text
  }
}
