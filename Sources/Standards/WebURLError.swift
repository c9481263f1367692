package import IDN

/// A text that is no URL, or none without a base.
package struct WebURLError: Error, Hashable {
  /// What is wrong.
  package let reason: Reason
  /// Where: a byte offset in the text as it was given.
  package let offset: Int

  /// The ways in which a text fails to be a URL.
  package enum Reason: Hashable, Sendable {
    /// A relative reference, and no base that it could be resolved against.
    case notAbsolute
    /// What stands before `:` is no scheme, as in `1http://a`.
    case badScheme
    /// No host where one must be: `https://`, `https:///`, `https://user@/`.
    case noHost
    /// A host that browsers refuse.
    case badHost(HostFault)
    /// A port that is not a number.
    case badPort
    /// A port over 65535.
    case portOutOfRange
  }

  /// The ways in which a host is none.
  package enum HostFault: Hashable, Sendable {
    /// A character that no host may have, after percent-decoding: a space, `<`, `^`, `%`, NUL …
    case forbiddenByte(UInt8)
    /// A label that has no ASCII form.
    case label(InternationalNameError.Reason)
    /// The host ends in a number and is no IPv4 address.
    case ipv4(IPv4Address.Fault)
    /// In brackets, and no IPv6 address.
    case ipv6(IPv6Address.Fault)
  }
}
