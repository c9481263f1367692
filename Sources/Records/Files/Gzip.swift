/// Inflates what was compressed by gzip and did not come from a file.
package enum Gzip {
  /// Gives the inflated text in pieces until one is not wanted.
  ///
  /// - Returns: why it ends before its end, as a phrase, if so.
  package static func inflate(
    _ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Bool
  ) -> String? {
    var inflater = Inflater()
    var rest = bytes[...]
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { output.deallocate() }
    while true {
      let count: Int
      do throws(InputFailure) {
        count = try inflater.inflate(into: output) { input throws(InputFailure) in
          let piece = rest.prefix(input.count)
          input.copyBytes(from: piece)
          rest = rest.dropFirst(piece.count)
          return piece.count
        }
      } catch {
        return "its compressed data is cut or damaged"
      }
      let piece = UnsafeRawBufferPointer(rebasing: output[..<count])
      if count == 0 || !body(piece) { return nil }
    }
  }
}
