internal import Model

/// What the body of an answer showed of the places that links name.
struct PageReading {
  /// Those that were found, as they were asked for.
  var found: Set<Fragment> = []
  /// Whether the body is HTML, the only kind whose places are known.
  var isHTML = true
  /// Why an absent place proves nothing, if so.
  var doubt: String?
  /// What the rules about pages wanted to know, if they asked.
  var facts: Page?
}
