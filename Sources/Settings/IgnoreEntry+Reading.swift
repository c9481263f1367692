import Model
import Standards
import YAML

extension IgnoreEntry {
  init(reading node: YAMLNode, file: String, folder: String) throws(SettingsError) {
    let mapping = try SettingsMapping(
      node, named: "ignore", in: file, known: SettingsKeys.ignore)
    for key in ["rule", "reason"] where mapping[key] == nil {
      throw SettingsError(at: mapping.place(mapping.mark), .missingKey(key, in: "ignore"))
    }
    let pattern = try mapping.statement("file")
    if let pattern, let node = mapping["file"] {
      _ = try ProjectSettings.pattern(pattern, at: mapping.place(node.mark), folder: folder)
    }
    var until: Day?
    if let node = mapping["until"] {
      guard let text = node.text, let day = Day(reading: text) else {
        throw mapping.wrongType(node, "until", "a day, such as '2027-01-31'")
      }
      until = day
    }
    self.init(
      rule: try mapping.statement("rule") ?? "", file: pattern, folder: folder,
      record: try mapping.statement("record"), href: try mapping.statement("href"),
      reason: try mapping.statement("reason") ?? "", until: until,
      location: SourceLocation(
        file: file, line: mapping.mark.line, column: mapping.mark.column,
        columnInUTF8: mapping.mark.column, offset: 0))
  }
}

extension IgnoreEntry.Day {
  /// Reads `2027-01-31`. RFC 3339, `full-date`.
  init?(reading text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.joined().allSatisfy({ (0x30...0x39).contains($0) }),
      let reading = try? DateReading("\(text)T00:00:00Z")
    else { return nil }
    let numbers = parts.compactMap { Int(String(Substring($0))) }
    guard numbers.count == 3 else { return nil }
    self.init(
      year: numbers[0], month: numbers[1], day: numbers[2],
      end: reading.instant.seconds + 86_400)
  }
}
