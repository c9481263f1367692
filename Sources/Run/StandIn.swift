/// An address that is asked in the place of another one, as the two begin differently.
struct StandIn {
  /// What the two do not share at their ends.
  private let asked: [UInt8]
  private let original: [UInt8]

  init(asked: String, for original: String) {
    let (one, other) = (Array(asked.utf8), Array(original.utf8))
    let shared = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    self.asked = Array(one.dropLast(shared))
    self.original = Array(other.dropLast(shared))
  }

  /// What an address at the asked site is at the original one; itself where it is elsewhere.
  func original(of address: String) -> String {
    let bytes = Array(address.utf8)
    guard bytes.starts(with: asked) else { return address }
    return String(decoding: original + bytes.dropFirst(asked.count), as: UTF8.self)
  }
}
