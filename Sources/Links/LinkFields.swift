package import Model

/// Which fields of a record hold links, and how. `*` in a path stands for every name and index.
package struct LinkFields: Hashable, Sendable {
  /// Texts in Markdown.
  package var markdown: [FieldPath]
  /// Addresses of the article and of its sources.
  package var urls: [FieldPath]
  /// Addresses of the article in other forms.
  package var alternates: [FieldPath]
  /// The address that relative links are resolved against.
  package var base: FieldPath

  package init(
    markdown: [FieldPath] = [FieldPath("/body_md")],
    urls: [FieldPath] = [FieldPath("/url"), FieldPath("/canonical_source")],
    alternates: [FieldPath] = [FieldPath("/alternates/*")],
    base: FieldPath = FieldPath("/url")
  ) {
    self.markdown = markdown
    self.urls = urls
    self.alternates = alternates
    self.base = base
  }
}

extension Value {
  /// The strings at a path below this value, in source order, each with the path to it.
  func strings(at pattern: FieldPath) -> [(path: FieldPath, text: JSONText)] {
    var values: [(path: FieldPath, value: Value)] = [(.root, self)]
    for token in pattern.tokens {
      values = values.flatMap { $0.value.children(named: token, below: $0.path) }
    }
    return values.compactMap { path, value in
      value.kind == .string ? value.text.map { (path, $0) } : nil
    }
  }

  private func children(
    named token: [UInt8], below path: FieldPath
  ) -> [(path: FieldPath, value: Value)] {
    let isWildcard = token == [UInt8(ascii: "*")]
    switch kind {
    case .object where isWildcard:
      return members.map { (path.appending($0.key.utf8 ?? []), $0.value) }
    case .array where isWildcard:
      return elements.enumerated().map { (path.appending($0.offset), $0.element) }
    case .object, .array:
      return self[FieldPath.root.appending(token)].map { [(path.appending(token), $0)] } ?? []
    case .string, .number, .true, .false, .null, .key:
      return []
    }
  }
}
