import CRE2

/// A regular expression of RE2: matches in time linear in the subject, whatever the pattern.
///
/// ```swift
/// let pattern = try Pattern("^[a-z0-9-]+$")
/// pattern.matches("a-slug".utf8)
/// ```
package final class Pattern: Sendable {
  /// The text that the pattern was made from.
  package let text: String
  private let handle: Handle

  /// Compiles the pattern. Syntax: RE2; no look-around, no back-references.
  ///
  /// - Parameter memory: the bytes that compiling and matching may take; a pattern that needs more
  ///   is refused, and matching gets slower, never wrong.
  /// - Throws: ``PatternError`` with RE2's reason.
  package init(_ text: String, memory: Int = 8 << 20) throws(PatternError) {
    self.text = text
    handle = try Handle(text, memory: memory)
  }

  /// The byte range of the first match at or after the offset `start`, or nil.
  ///
  /// `^` and `\b` see what stands before `start`.
  package func firstMatch(
    in subject: UnsafeBufferPointer<UInt8>, from start: Int = 0
  ) -> Range<Int>? {
    handle.firstMatch(in: subject, from: start)
  }

  /// The byte range of the first match at or after the offset `start`, or nil.
  package func firstMatch(in subject: [UInt8], from start: Int = 0) -> Range<Int>? {
    subject.withUnsafeBufferPointer { handle.firstMatch(in: $0, from: start) }
  }

  /// The byte range of the first match at or after the offset `start`, or nil.
  package func firstMatch(in subject: String.UTF8View, from start: Int = 0) -> Range<Int>? {
    let inPlace = subject.withContiguousStorageIfAvailable {
      handle.firstMatch(in: $0, from: start)
    }
    return inPlace ?? firstMatch(in: Array(subject), from: start)
  }

  /// The byte ranges of the first match and of its groups, up to the ninth; nil without a match. A
  /// group that took no part is empty.
  package func firstGroups(in subject: [UInt8]) -> [Range<Int>]? { handle.groups(in: subject) }

  /// Whether the pattern matches anywhere in the subject.
  package func matches(_ subject: String.UTF8View) -> Bool {
    firstMatch(in: subject) != nil
  }

  /// Whether the pattern matches anywhere in the subject.
  package func matches(_ subject: [UInt8]) -> Bool {
    firstMatch(in: subject) != nil
  }

  /// Owns the compiled pattern.
  private struct Handle: ~Copyable, @unchecked Sendable {
    // @unchecked: RE2 documents that one RE2 object may match from any number of threads at once.
    private let pointer: OpaquePointer

    init(_ text: String, memory: Int) throws(PatternError) {
      let capacity = 256
      var reason = [CChar](repeating: 0, count: capacity)
      let characters = text.utf8.map(CChar.init(bitPattern:)) + [0]
      guard let compiled = cre2_new(characters, text.utf8.count, &reason, capacity, memory)
      else {
        let bytes = reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        throw PatternError(reason: String(decoding: bytes, as: UTF8.self))
      }
      pointer = compiled
    }

    deinit { cre2_free(pointer) }

    func groups(in subject: [UInt8]) -> [Range<Int>]? {
      let count = 10
      var starts = [Int](repeating: 0, count: count)
      var ends = starts
      let isFound = subject.withUnsafeBytes { bytes in
        cre2_groups(
          pointer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &starts,
          &ends, Int32(count))
      }
      return isFound == 1 ? zip(starts, ends).map { $0..<$1 } : nil
    }

    func firstMatch(in subject: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
      precondition(start >= 0)
      var lower = 0
      var upper = 0
      let isFound = subject.withMemoryRebound(to: CChar.self) { characters in
        cre2_find(pointer, characters.baseAddress, subject.count, start, &lower, &upper)
      }
      return isFound == 1 ? lower..<upper : nil
    }
  }
}
