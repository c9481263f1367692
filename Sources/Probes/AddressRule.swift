/// What the settings say of an address, with a text that tells one such saying from another.
package struct AddressRule<Answer>: Sendable {
  /// As written, for the policy: equal texts, equal answers.
  let texts: [String]
  /// The answer for an absolute address without its fragment. Called on any thread.
  let answer: @Sendable (String) -> Answer

  package init(_ texts: [String], answer: @escaping @Sendable (String) -> Answer) {
    self.texts = texts
    self.answer = answer
  }
}
