import Standards

/// A URL as a subject has read it.
///
/// A class, so that the rules that ask for it copy a reference and not its parts.
final class SubjectURL: Sendable {
  let url: WebURL
  let parts: URLParts
  let notes: [URLNote]

  init(_ reading: URLReading) {
    url = reading.url
    parts = reading.parts
    notes = reading.notes
  }
}
