import Model
import YAML

extension ExamplePage {
  /// Reads the page of an example: the text of an HTML page, or `{ form, listing, of, type,
  /// fields, body, bytes }`.
  init(_ node: YAMLNode, file: String) throws(RuleFileError) {
    if let text = node.text {
      form = .html
      listing = nil
      field = nil
      fields = [("content-type", "text/html; charset=utf-8")]
      body = Array(text.utf8)
      return
    }
    var reader = try OptionReader(node, file: file, word: .key, key: "page")
    form = try reader.choice("form") ?? .html
    listing = try reader.choice("listing")
    field = try reader.text("of").map { FieldPath($0) }
    var fields = try reader.text("type").map { [(name: "content-type", value: $0)] } ?? []
    for entry in reader.node("fields")?.entries ?? [] {
      fields.append((entry.key.lowercased(), try reader.text(of: entry.value, key: entry.key)))
    }
    self.fields = fields
    var body = Array((try reader.text("body") ?? "").utf8)
    for number in (try reader.text("bytes") ?? "").split(separator: " ") {
      body.append(UInt8(number, radix: 16) ?? 0)
    }
    self.body = body
    try reader.finish()
  }
}
