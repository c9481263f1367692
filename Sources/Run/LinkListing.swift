import Links
package import Model
package import Records
import Reports
import Rules
package import Settings

/// `stet links`: the links of all records, as lines of JSON, in the order of the input.
package struct LinkListing: Sendable {
  private let inputs: [String]
  private var reading: ReadOptions
  private let fields: LinkFields

  package init(inputs: [String], reading: ReadOptions, settings: ProjectSettings) {
    let names = FieldNames(settings.fields)
    self.inputs = inputs
    self.reading = reading
    self.reading.keyNames = names.names(of: "slug")
    fields = LinkFields(settings, names: names)
  }

  /// Writes the lines, and gives the errors of what could not be read.
  ///
  /// - Throws: ``RunError`` for a source that cannot be read at all, or when there is no record.
  package func write(_ write: ([UInt8]) -> Void) async throws(RunError) -> [Finding] {
    let extractor = LinkExtractor(fields: fields)
    var unread: [Finding] = []
    var count = 0
    do throws(SourceError) {
      var reader = try RecordReader(paths: inputs, options: reading)
      try await OrderedMap.run(
        width: 8, next: { () throws(SourceError) in try RecordBatch.next(from: &reader) },
        transform: { Self.listing(of: $0, extractor) },
        deliver: { listing throws(SourceError) in
          count += listing.count
          write(listing.text)
          unread += listing.unread
        })
    } catch {
      throw .source(error)
    }
    if count == 0 { throw .noRecords(inputs) }
    return unread
  }

  private static func listing(
    of batch: [RawRecord], _ extractor: LinkExtractor
  ) -> (count: Int, text: [UInt8], unread: [Finding]) {
    var lines = LinkLines()
    var unread: [Finding] = []
    for raw in batch {
      let read = raw.read()
      if let record = read.record {
        lines.append(extractor.occurrences(in: record), of: record.key)
      } else {
        unread += read.findings
      }
    }
    return (batch.count, lines.bytes, unread)
  }
}

/// Some records at a time, so that handing them over costs little; fewer when they are large, since
/// several batches are in memory.
enum RecordBatch {
  private static let mostRecords = 16
  private static let enoughBytes = 1 << 18

  /// The next records; none at the end.
  static func next(from reader: inout RecordReader) throws(SourceError) -> [RawRecord]? {
    var batch: [RawRecord] = []
    var bytes = 0
    while batch.count < mostRecords, bytes < enoughBytes, let raw = try reader.next() {
      batch.append(raw)
      bytes += raw.byteCount
    }
    return batch.isEmpty ? nil : batch
  }
}
