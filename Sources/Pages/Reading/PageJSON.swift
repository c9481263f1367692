package import Model

/// What the strict reader of JSON makes of a text.
package enum PageJSON: Sendable {
  /// Read, with the faults that do not stop the reading: `The name 'url' stands twice.`
  case document(Document, flaws: [String])
  /// Why it cannot be read, as a sentence.
  case refused(String)

  /// Reads a text. Stages know nothing of one another, so the run brings the reader.
  package typealias Reading = @Sendable ([UInt8]) -> PageJSON
}
