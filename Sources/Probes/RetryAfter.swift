/// Reads the field Retry-After. RFC 9110, section 10.2.3.
enum RetryAfter {
  /// How long the server asks us to wait: the longest of its fields. Nil where none can be read, or
  /// the time has passed.
  static func wait(_ values: [[UInt8]], now: Int) -> Duration? {
    values.compactMap { seconds($0, now: now) }.filter { $0 > 0 }.max().map { .seconds($0) }
  }

  private static func seconds(_ value: [UInt8], now: Int) -> Int? {
    guard let first = value.first else { return nil }
    if (0x30...0x39).contains(first) {
      guard value.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      // More digits than a hundred years need are as good as never.
      guard value.count <= 10 else { return 9_999_999_999 }
      return value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return HTTPDate.seconds(value).map { $0 - now }
  }
}
