/// Maps a stream in parallel and delivers the results in the order of the input.
enum OrderedMap {
  /// Pulls inputs one after the other, transforms up to `width` of them at once, and hands each
  /// result to `deliver` in input order. Memory is bounded by `width` inputs and results.
  ///
  /// - Throws: What `next` throws, after the results before it have been delivered; what `deliver`
  ///   throws, after which nothing is delivered.
  static func run<Input: Sendable, Output: Sendable, Failure: Error>(
    width: Int,
    next: () throws(Failure) -> Input?,
    transform: @escaping @Sendable (Input) -> Output,
    deliver: (Output) throws(Failure) -> Void
  ) async throws(Failure) {
    let failure: Failure? = await withTaskGroup(of: (Int, Output).self) { group in
      var failure: Failure?
      var isAtEnd = false
      var isBroken = false
      var started = 0
      var delivered = 0
      var waiting: [Int: Output] = [:]
      while true {
        while !isAtEnd, started - delivered < width {
          do throws(Failure) {
            guard let input = try next() else {
              isAtEnd = true
              break
            }
            let position = started
            started += 1
            group.addTask { (position, transform(input)) }
          } catch {
            failure = error
            isAtEnd = true
          }
        }
        guard let (position, output) = await group.next() else { break }
        waiting[position] = output
        while let output = waiting.removeValue(forKey: delivered) {
          delivered += 1
          guard !isBroken else { continue }
          do throws(Failure) {
            try deliver(output)
          } catch {
            failure = error
            isAtEnd = true
            isBroken = true
          }
        }
      }
      return failure
    }
    if let failure { throw failure }
  }
}
