/// One request of a probe and what came of it, for those who want to see how a verdict came about.
package struct Attempt: Hashable, Sendable {
  package let exchange: Exchange
  /// None when no answer came.
  package let status: Int?
  /// Why there is no answer, or no whole one.
  package let failure: FailureCause?
  package let isOnKeptConnection: Bool
  /// The fields of the answer that matter, in order; names in lower case.
  package let fields: [Field]

  package init(
    exchange: Exchange, status: Int?, failure: FailureCause?, isOnKeptConnection: Bool,
    fields: [Field]
  ) {
    self.exchange = exchange
    self.status = status
    self.failure = failure
    self.isOnKeptConnection = isOnKeptConnection
    self.fields = fields
  }

  /// A field of the answer's head.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
