package import Model

/// What a run is asked to probe: a target, and the fragments that links to it have.
package struct ProbeTarget: Hashable, Sendable {
  /// Where to.
  package let target: Target
  /// The fragments, without `#`, as written; without doubles.
  package let fragments: [Fragment]
  /// What is wanted of the page beside; none where no rule about pages asks.
  package let wish: PageWish?
  /// The answer of an earlier run with its validators: it holds if the server says so.
  package let known: Answer?
  /// What the caller knows it by.
  package let number: Int

  /// A target with its fragments.
  package init(
    _ target: Target, fragments: [Fragment] = [], wish: PageWish? = nil, known: Answer? = nil,
    number: Int = 0
  ) {
    self.target = target
    self.fragments = fragments
    self.wish = wish
    self.known = known
    self.number = number
  }
}
