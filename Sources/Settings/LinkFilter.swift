/// Which links are left out, and which in spite of that are not.
package struct LinkFilter: Sendable {
  package var exclude: [LinkPattern] = []
  package var include: [LinkPattern] = []

  package init() {}

  package init(_ settings: LinkSettings) {
    exclude = settings.exclude.map(\.value)
    include = settings.include.map(\.value)
  }

  /// Whether a link to that address is left out.
  package func excludes(_ url: String) -> Bool {
    exclude.contains { $0.matches(url) } && !include.contains { $0.matches(url) }
  }
}
