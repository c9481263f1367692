package import YAML

extension YAMLNode {
  /// Reads the text of a rule file.
  ///
  /// - Throws: ``RuleFileError`` with the place in the file.
  package init(reading text: String, file: String) throws(RuleFileError) {
    do {
      try self.init(reading: text)
    } catch {
      throw RuleFileError(file: file, error)
    }
  }
}

extension RuleFileError {
  fileprivate init(file: String, _ error: YAMLError) {
    let fault: Fault =
      switch error.fault {
      case .anchor: .anchor
      case .duplicateKey(let key): .duplicateKey(key)
      case .emptyFile: .emptyFile
      case .keyIsNoText: .keyIsNoText
      case .notYAML(let reason): .notYAML(reason)
      case .tooLarge(let limit): .tooLarge(limit: limit)
      }
    self.init(file: file, mark: error.mark, fault: fault)
  }
}
