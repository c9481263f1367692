package import Model

/// What records call the fields that the shipped rules name: a rule's `$.body_md` reads
/// `$.content.markdown` where the configuration says so.
package struct FieldNames: Sendable {
  /// By the shipped name, the names on the way to the field.
  private var paths: [String: [String]] = [:]
  /// The forms of the page one by one: `html` by its path.
  private var forms: [String: [String]] = [:]
  /// What `$.alternates.*` stands for; none for what the name of the object says.
  private var alternates: [FieldPath]?
  private var urls: [FieldPath]?

  /// The names as shipped.
  package init() {}

  /// - Parameters:
  ///   - paths: by the shipped name; paths without `*`. `alternates` is the object of forms.
  ///   - forms: by the shipped name of a form, `html`.
  ///   - alternates: all addresses of forms, with `*` for every name and index.
  ///   - urls: the addresses of the article and of its sources; none for the shipped ones.
  package init(
    paths: [String: FieldPath], forms: [String: FieldPath] = [:], alternates: [FieldPath]? = nil,
    urls: [FieldPath]? = nil
  ) {
    self.paths = paths.mapValues(Self.names)
    self.forms = forms.mapValues(Self.names)
    self.alternates = alternates
    self.urls = urls
    guard let alternates, self.paths[Self.forms] == nil else { return }
    self.paths[Self.forms] = Self.object(of: alternates)
  }

  private static let forms = "alternates"

  /// The path of a shipped name; the name itself where nothing is said of it.
  package func path(of name: String) -> FieldPath {
    names(of: name).reduce(.root) { $0.appending($1.utf8) }
  }

  /// The names on the way to the field of a shipped name.
  package func names(of name: String) -> [String] { paths[name] ?? [name] }

  /// The same addresses and no names: for rules of one's own, which use the names of the records.
  var ofOwnRules: FieldNames {
    FieldNames(paths: [:], urls: addresses)
  }

  /// The fields that hold addresses.
  private var addresses: [FieldPath] {
    urls ?? [path(of: "url"), path(of: "canonical_source")]
  }

  /// What `urls` stands for in a rule's `given`.
  var urlSelectors: [Selector] { addresses.map { Selector($0) } }

  /// What a selector of a shipped rule picks; none where the records have no such place.
  func selectors(for selector: Selector) -> [Selector] {
    let segments = selector.segments
    guard let first = segments.first?.name else { return [selector] }
    if first == Self.forms {
      if segments.count == 2, segments[1].picks == [.wildcard], segments[1].reach == .children,
        let alternates
      {
        return alternates.map { Selector($0) }
      }
      if segments.count > 1, let form = segments[1].name, let path = forms[form] {
        return [Selector(path, then: segments.dropFirst(2))]
      }
      if alternates != nil, paths[first] == nil { return [] }
    }
    guard let path = paths[first] else { return [selector] }
    return [Selector(path, then: segments.dropFirst())]
  }

  /// The names on the way from one field to a member of it, both by their shipped names; none where
  /// the member is not inside.
  func way(to member: String, from given: [String]) -> [String]? {
    let full = given + [member]
    guard let whole = self.whole(full), let start = whole.isEmpty ? nil : self.whole(given) else {
      return nil
    }
    guard whole.count > start.count, whole.starts(with: start) else { return nil }
    return Array(whole.dropFirst(start.count))
  }

  private func whole(_ names: [String]) -> [String]? {
    guard let first = names.first else { return [] }
    if first == Self.forms {
      if names.count > 1, let path = forms[names[1]] { return path + names.dropFirst(2) }
      if alternates != nil, paths[first] == nil { return nil }
    }
    return (paths[first] ?? [first]) + names.dropFirst()
  }

  /// The members of the record that hold what the configuration names, beside the named fields.
  var otherMembers: [String] {
    ((alternates ?? []) + (urls ?? [])).compactMap { Self.names($0).first }
  }

  /// The object whose members are all addresses of forms; none where they lie about.
  private static func object(of alternates: [FieldPath]) -> [String]? {
    guard let path = alternates.first, alternates.count == 1 else { return nil }
    let names = names(path)
    guard names.count > 1, names.last == "*", !names.dropLast().contains("*") else { return nil }
    return names.dropLast()
  }

  private static func names(_ path: FieldPath) -> [String] {
    path.tokens.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Selector.Segment {
  /// The name, when it is a single one of a child.
  fileprivate var name: String? {
    guard reach == .children, picks.count == 1, case .name(let name) = picks[0] else { return nil }
    return name
  }
}
