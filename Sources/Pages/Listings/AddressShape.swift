import Standards

/// What the addresses of a site's articles have in common: the host and the folders, numbers apart,
/// so that `/2025/11/a-tale` and `/2026/06/another` are alike, and `/tags/tale` and `/2026/` are not.
enum AddressShape {
  static func text(of url: WebURL) -> String {
    let parts = url.path.split(separator: "/", omittingEmptySubsequences: true)
    let folders = parts.dropLast().map { isNumber($0) ? "#" : String($0) }
    let last = parts.last.map { isNumber($0) ? "#" : "*" } ?? ""
    let end = url.path.hasSuffix("/") ? "/" : ""
    return "\(url.hostText ?? "")/\((folders + [last]).joined(separator: "/"))\(end)"
  }

  private static func isNumber(_ part: Substring) -> Bool {
    part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
