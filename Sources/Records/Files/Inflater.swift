import CZlib

/// Inflates a gzip stream of one or more members. RFC 1952.
struct Inflater: ~Copyable, @unchecked Sendable {
  // @unchecked: the memory belongs to this value alone, and a value has one owner.
  // On the heap: zlib keeps the address of the stream and refuses one that has moved.
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isInputAtEnd = false
  private var isBetweenMembers = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: 64 << 10, alignment: 16)
    let gzipOnly: Int32 = 16 + MAX_WBITS
    let code = inflateInit2_(
      stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib starts unless memory is out or its version is another")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Writes at least one byte of the inflated text, and returns how many; 0 at its end.
  ///
  /// - Parameter read: Reads compressed bytes as `read(2)` does; 0 at their end.
  /// - Throws: `InputFailure`, after all that could be inflated before it has been given.
  mutating func inflate(
    into output: UnsafeMutableRawBufferPointer,
    read: (UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int
  ) throws(InputFailure) -> Int {
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    while stream.pointee.avail_out == output.count {
      if stream.pointee.avail_in == 0, !isInputAtEnd {
        let count = try read(input)
        isInputAtEnd = count == 0
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
      }
      if isBetweenMembers {
        skipPadding()
        if stream.pointee.avail_in == 0 {
          if isInputAtEnd { return 0 }
          continue
        }
        isBetweenMembers = false
      }
      guard stream.pointee.avail_in > 0 || !isInputAtEnd else { throw .compressedDataCut }
      switch CZlib.inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isBetweenMembers = true
        inflateReset(stream)
      default:
        if stream.pointee.avail_out < output.count { break }
        throw .compressedDataDamaged(
          stream.pointee.msg.map { String(cString: $0) } ?? "no gzip data")
      }
    }
    return output.count - Int(stream.pointee.avail_out)
  }

  /// Skips the zero bytes that archives are padded with.
  private mutating func skipPadding() {
    while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
    }
  }
}

/// Why an input ends before its end.
enum InputFailure: Error, Hashable {
  /// The system's error number.
  case system(Int32)
  case compressedDataCut
  /// zlib's reason.
  case compressedDataDamaged(String)

  /// What is wrong and what to do, as a sentence.
  var sentence: String {
    switch self {
    case .system(let number):
      "The file cannot be read: \(systemReason(number)). Mend that, or leave the file out."
    case .compressedDataCut: "The compressed data ends too early. Compress the file again."
    case .compressedDataDamaged(let reason):
      "The compressed data is damaged (\(reason)). Compress the file again."
    }
  }
}
