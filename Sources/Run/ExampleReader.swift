import Links
import Model
import Records
package import Rules

/// Reads the records of rule examples as those of a run are read.
package enum ExampleReader {
  package static func reading(_ text: [UInt8], file: String) -> ExampleReading {
    let read = RecordReader.reading(of: text, named: file)
    return ExampleReading(
      document: read.record?.document,
      faults: read.findings.map { (rule: $0.rule, field: $0.field) },
      markdown: read.record.map { LinkExtractor().markdown(of: $0).map { MarkdownText($0) } } ?? [])
  }
}
