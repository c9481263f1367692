/// Addresses that no site has, so that its answer to them is its error page.
package enum ImpossiblePage {
  /// Always the same ones, so that the answers can be remembered.
  package static let paths = ["/stet/no-such-page-7f3a", "/stet/no-such-page-c81d"]
}
