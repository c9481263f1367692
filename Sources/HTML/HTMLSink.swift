/// Gets the events of a page while it is read.
package protocol HTMLSink: AnyObject {
  func start(_ element: borrowing HTMLElement)
  /// The end of an element. Elements without an end of their own have one.
  func end(_ name: TagName)
  /// A piece of text; one text may come in several pieces.
  func characters(_ text: borrowing HTMLText)
}

/// The start tag of an element. Lives for the call that it is passed to.
package struct HTMLElement: ~Copyable {
  package let tag: TagName
  private let pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(_ tag: TagName, pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    self.tag = tag
    self.pairs = pairs
  }

  /// In lower case.
  package var name: String { tag.text }

  /// The decoded value of an attribute, by its lower-case name; empty for one without a value.
  package func value(of attribute: StaticString) -> String? {
    guard let value = pointer(to: attribute) else { return nil }
    return value.map { String(cString: $0) } ?? ""
  }

  /// As `value`, in bytes.
  package func utf8(of attribute: StaticString) -> [UInt8]? {
    guard let value = pointer(to: attribute) else { return nil }
    return value.map { CString.bytes($0) } ?? []
  }

  /// All attributes in their order: lower-case names and decoded values.
  package var attributes: [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var index = 0
    while let pairs, let name = pairs[index] {
      attributes.append(
        (String(cString: name), pairs[index + 1].map { String(cString: $0) } ?? ""))
      index += 2
    }
    return attributes
  }

  private func pointer(to attribute: StaticString) -> UnsafePointer<UInt8>?? {
    var index = 0
    while let pairs, let name = pairs[index] {
      if CString.equals(name, attribute) { return .some(pairs[index + 1]) }
      index += 2
    }
    return nil
  }
}

/// A piece of text of a page. Lives for the call that it is passed to.
package struct HTMLText: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// In UTF-8.
  package var count: Int { bytes.count }

  /// How many bytes are not white space.
  package var visibleCount: Int { bytes.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) } }

  package func append(to text: inout [UInt8]) {
    text.append(contentsOf: bytes)
  }

  /// Lends the bytes, valid UTF-8, for the call.
  package func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { body(bytes) }
}

/// What is read of C strings.
enum CString {
  static func bytes(_ string: UnsafePointer<UInt8>) -> [UInt8] {
    var end = 0
    while string[end] != 0 { end += 1 }
    return Array(UnsafeBufferPointer(start: string, count: end))
  }

  static func equals(_ string: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
    let other = text.utf8Start
    for index in 0..<text.utf8CodeUnitCount where string[index] != other[index] { return false }
    return string[text.utf8CodeUnitCount] == 0
  }
}
