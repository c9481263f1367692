package import YAML

extension YAMLNode {
  /// Reads the text of a rule file.
  ///
  /// - Throws: ``RuleFileError`` with the place in the file.
  package init(reading text: String, file: String) throws(RuleFileError) {
    do {
      try self.init(reading: text)
    } catch {
      throw RuleFileError(file: file, mark: error.mark, fault: .yaml(error.fault))
    }
  }
}
