package import YAML

/// A value with its place in the configuration.
package struct Placed<Value: Sendable>: Sendable {
  package let value: Value
  package let place: SettingsPlace

  package init(_ value: Value, at place: SettingsPlace) {
    self.value = value
    self.place = place
  }
}

/// A place in a configuration file.
package struct SettingsPlace: Hashable, Sendable {
  /// As it is told to people: from the working directory.
  package let file: String
  package let mark: YAMLMark

  package init(file: String, mark: YAMLMark) {
    self.file = file
    self.mark = mark
  }
}
