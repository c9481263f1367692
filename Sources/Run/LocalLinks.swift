import Files
import Model
import Standards

/// Judges links to files: `file:` addresses, and relative links of records without an address.
final class LocalLinks: Sendable {
  private let root: RootFolder
  /// Absolute, without a slash at its end.
  private let path: [UInt8]

  /// - Throws: ``RunError`` for a folder that cannot be opened.
  init(root: String, workingDirectory: String) throws(RunError) {
    do throws(FileFailure) {
      self.root = try RootFolder(root)
    } catch {
      throw .file(root, error)
    }
    let absolute = root.utf8.first == UInt8(ascii: "/") ? root : "\(workingDirectory)/\(root)"
    var names: [Substring.UTF8View] = []
    for name in absolute.utf8.split(separator: UInt8(ascii: "/")) {
      if name.elementsEqual("..".utf8) {
        _ = names.popLast()
      } else if !name.elementsEqual(".".utf8) {
        names.append(name)
      }
    }
    path = names.flatMap { [UInt8(ascii: "/")] + Array($0) }
  }

  /// What is held of such a link; nil for a link of another kind.
  func judgement(of href: Href, _ reason: UncheckedReason) -> Judgement? {
    let text = href.description.utf8.drop { $0 <= 0x20 }
    let plain = text.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    switch reason {
    // The host is empty or this machine: file:///srv/a, file:/srv/a, file://localhost/srv/a.
    case .scheme("file"):
      guard var rest = Self.afterScheme(plain) else { return nil }
      if rest.starts(with: "//".utf8) {
        rest = rest.dropFirst(2)
        let host = rest.prefix { $0 != UInt8(ascii: "/") }
        let name = String(decoding: host, as: UTF8.self).lowercased()
        guard name.isEmpty || name == "localhost" else { return Self.outside }
        rest = rest.dropFirst(host.count)
      }
      let decoded = PercentEncoding.decoded(Array(rest))
      guard decoded.starts(with: path),
        path.count == decoded.count || path.isEmpty
          || decoded[path.count] == UInt8(ascii: "/")
      else { return Self.outside }
      return judgement(Array(decoded.dropFirst(path.count)))
    case .relativeWithoutBase: return judgement(PercentEncoding.decoded(Array(plain)))
    default: return nil
    }
  }

  private func judgement(_ path: [UInt8]) -> Judgement {
    switch root.place(of: path) {
    case .there:
      Judgement(verdict: .alive, cause: "file-found", sentence: "The file is there.")
    case .missing:
      Judgement(
        verdict: .dead, cause: "file-missing",
        sentence: "There is no such file in '\(root.path)'. Mend or remove the link.")
    case .outside: Self.outside
    }
  }

  private static func afterScheme(
    _ text: Substring.UTF8View
  ) -> Substring.UTF8View? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return text[text.index(after: colon)...]
  }

  private static let outside = Judgement(
    verdict: .unchecked, cause: UncheckedReason.outsideRoot.code,
    sentence: "Not checked: the address leads out of the folder that local links may lead into.")
}
