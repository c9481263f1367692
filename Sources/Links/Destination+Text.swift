package import Model

extension Destination {
  /// Where an address leads that stands alone, without a record around it.
  package init(of text: String) {
    self = LinkResolver(base: nil).destination(of: Href(text))
  }
}
