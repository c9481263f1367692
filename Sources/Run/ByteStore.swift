/// Byte strings in pieces of some size, so that growing copies nothing.
struct ByteStore: Sendable {
  private var chunks: [[UInt8]] = []

  private static let chunkSize = 1 << 16

  /// Where a byte string lies.
  struct Place: Hashable, Sendable {
    fileprivate let chunk: UInt32
    fileprivate let start: UInt32
    fileprivate let count: UInt32
  }

  mutating func append(_ bytes: [UInt8]) -> Place {
    if bytes.count > Self.chunkSize - (chunks.last?.count ?? Self.chunkSize) {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(max(Self.chunkSize, bytes.count))
    }
    let last = chunks.count - 1
    let start = chunks[last].count
    chunks[last].append(contentsOf: bytes)
    return Place(chunk: UInt32(last), start: UInt32(start), count: UInt32(bytes.count))
  }

  subscript(place: Place) -> ArraySlice<UInt8> {
    chunks[Int(place.chunk)][Int(place.start)..<Int(place.start + place.count)]
  }
}
