internal import Curl
internal import HTML
internal import Model

/// What it means that a page does not show a place.
enum FragmentRules {
  /// What an absent place is, given how the page ended.
  enum Absent: Equatable {
    case missing
    case undecidable(String)
    /// The body was compressed, and libcurl does not tell half of such a body from all of it.
    case askUncompressed
    /// Places of this kind of document are not looked up.
    case notLookedUp
  }

  static func absent(_ status: Int, _ reply: Reply, _ page: PageReading?) -> Absent {
    guard let page else {
      switch reply.body {
      case .broken where reply.failure == .contentCoding:
        return .undecidable("the page's content coding cannot be read")
      case .complete(isCertain: true): return .missing
      case .complete, .none, .stopped, .cut, .broken:
        return .undecidable("no page came with the answer")
      }
    }
    guard page.isHTML else { return .notLookedUp }
    if reply.fields.values("refresh").contains(where: Refresh.leadsElsewhere) {
      return .undecidable("the page sends its readers elsewhere")
    }
    switch reply.body {
    case .complete(isCertain: true):
      return page.doubt.map { .undecidable($0) } ?? .missing
    case .complete where isCompressed(reply): return .askUncompressed
    case .complete: return .undecidable("the page's end is not certain")
    case .cut: return .undecidable("the page is longer than is read")
    case .stopped, .none: return .undecidable(page.doubt ?? "the page was not read to its end")
    case .broken: return .undecidable("the page broke off")
    }
  }

  /// The state of each wanted fragment. Where a redirect brought its own, all share its state.
  static func states(
    _ wanted: [Fragment], sought: [Fragment], _ absent: Absent, _ page: PageReading?
  ) -> [Fragment: FragmentState] {
    var states: [Fragment: FragmentState] = [:]
    for (index, fragment) in wanted.enumerated() {
      let name = sought.count == wanted.count ? sought[index] : sought[0]
      if page?.found.contains(name) == true || Places.isAlwaysThere(name) {
        states[fragment] = .found
        continue
      }
      if absent == .missing, Places.isForScript(name) {
        states[fragment] = .undecidable("the fragment is for a script of the page")
        continue
      }
      switch absent {
      case .missing: states[fragment] = .missing
      case .undecidable(let reason): states[fragment] = .undecidable(reason)
      case .askUncompressed:
        states[fragment] = .undecidable("the page's end is not certain: it came compressed")
      case .notLookedUp: break
      }
    }
    return states
  }

  /// The states where the answer is no page to look for places in, but counts as alive.
  static func unread(_ wanted: [Fragment]) -> [Fragment: FragmentState] {
    let open = wanted.filter { !Places.isAlwaysThere($0) }
    return Dictionary(
      uniqueKeysWithValues: Set(open).map { fragment in
        (
          fragment,
          .undecidable("the answer is accepted by configuration, and its page is not read")
        )
      })
  }

  private static func isCompressed(_ reply: Reply) -> Bool {
    reply.fields.values("content-encoding").contains { !$0.elementsEqual("identity".utf8) }
  }
}
