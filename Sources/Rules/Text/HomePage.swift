import Standards

/// Tells the home page of a site by its address.
enum HomePage {
  /// Whether an address is a site's root, or that of one of its languages: `/`, `/index.html`,
  /// `/en/`.
  static func isOne(_ address: String) -> Bool {
    guard let url = try? WebURL(address), url.query == nil else { return false }
    let segments = url.path.split(separator: "/")
    guard let first = segments.first?.lowercased() else { return true }
    guard segments.count == 1 else { return false }
    if ["index.html", "index.htm", "index.php", "home"].contains(first) { return true }
    // Two letters, or two with a region.
    let parts = first.split(separator: "-")
    return parts.count <= 2 && parts.allSatisfy { $0.utf8.count == 2 }
      && first.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
  }
}
