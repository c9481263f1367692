import Model

/// A text's shingles in short: eight numbers, of which near-duplicates share one or more.
///
/// MinHash by one permutation: the shingles fall into 32 bins by their hashes, the least of each
/// stands for it, an empty bin borrows from another one (optimal densification, Shrivastava 2017).
/// Four bins make a band. Texts with similarity s share at least one of the eight bands with
/// probability 1 - (1 - s^4)^8: 0.9973 at 0.85, 0.9998 at 0.9, 0.06 at 0.3.
struct TextSketch: Sendable {
  static let bands = 8
  private static let rows = 4
  private static let bins = bands * rows

  let keys: SIMD8<UInt32>
  /// Of the text as written, to know it again.
  let check: UInt64

  /// The sketch of a JSON string; none under five words.
  init?(of value: Value) {
    let range = value.range.lowerBound + 1..<value.range.upperBound - 1
    let document = value.document
    check = document.bytes.withUnsafeBytes {
      Hash128(of: UnsafeRawBufferPointer(rebasing: $0[range])).low
    }
    let direct = document.bytes.withUnsafeBufferPointer {
      Self.least(of: UnsafeBufferPointer(rebasing: $0[range]), isSource: true)
    }
    let least =
      direct
      ?? (value.utf8 ?? []).withUnsafeBufferPointer {
        Self.least(of: $0, isSource: false)
      }
    guard let least, let keys = Self.keys(of: least) else { return nil }
    self.keys = keys
  }

  /// The least hash of each bin; `UInt64.max` in empty ones.
  private static func least(
    of text: UnsafeBufferPointer<UInt8>, isSource: Bool
  ) -> [UInt64]? {
    var least = [UInt64](repeating: .max, count: bins)
    let isRead = least.withUnsafeMutableBufferPointer { least in
      WordShingles.visit(text, isSource: isSource) { hash in
        let bin = Int(truncatingIfNeeded: hash >> 59)
        if hash < least[bin] { least[bin] = hash }
      }
    }
    return isRead ? least : nil
  }

  private static func keys(of least: [UInt64]) -> SIMD8<UInt32>? {
    guard least.contains(where: { $0 != .max }) else { return nil }
    var keys = SIMD8<UInt32>()
    for band in 0..<bands {
      var key = UInt64(band)
      for bin in band * rows..<(band + 1) * rows {
        var attempt: UInt64 = 0
        var donor = bin
        while least[donor] == .max {
          attempt += 1
          donor = Int(Hash128.mixed(UInt64(bin) << 32 | attempt) >> 59)
        }
        key = Hash128.mixed(key &* 31 &+ least[donor])
      }
      keys[band] = UInt32(truncatingIfNeeded: key)
    }
    return keys
  }
}
