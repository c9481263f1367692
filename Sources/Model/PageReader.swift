/// Reads the body of an answer for its facts while it arrives. Lives on one thread.
package protocol PageReader: AnyObject {
  /// Says once what the answer's head was; false refuses the body.
  func begin(_ head: PageHead) -> Bool
  /// Takes the next decoded bytes; false when it wants no more.
  func read(_ bytes: borrowing RawSpan) -> Bool
  /// The facts. Called once, at the end of the body or in place of one.
  func finish(_ end: PageEnd) -> Page
}

/// What the rules about pages want to know of a target.
package struct PageWish: Hashable, Sendable {
  package let form: PageForm
  /// The marks of the lines that a Markdown text should have; empty for other forms.
  package let lines: [UInt32]

  package init(form: PageForm, lines: [UInt32] = []) {
    self.form = form
    self.lines = lines
  }
}

/// The head of a good answer, as far as rules about pages look at it.
package struct PageHead: Sendable {
  /// By lower-case name, in order.
  package let fields: [(name: String, value: String)]

  package init(fields: [(name: String, value: String)]) {
    self.fields = fields
  }

  /// The values of a field, in order.
  package func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  package var contentType: String? { values("content-type").first }

  /// The fields that a reader may ask for.
  package static let names = ["content-language", "content-type", "link", "x-robots-tag"]
}

/// How a body ended.
package enum PageEnd: Hashable, Sendable {
  /// All of it arrived, for certain.
  case whole
  /// It came compressed, which hides a cut.
  case compressed
  /// Why it may not be all, as a phrase.
  case doubtful(String)
}
