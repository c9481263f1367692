/// Looks for the places that fragments name in a page, while it arrives.
protocol PlaceReader: AnyObject {
  /// Takes the next bytes; false when every place was found.
  func read(_ bytes: borrowing RawSpan) -> Bool
  /// Ends the page: the fragments that were found, as they were given, and why an absent one proves
  /// nothing, if so.
  func finish() -> (found: Set<String>, doubt: String?)
}
