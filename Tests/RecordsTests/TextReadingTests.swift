import Model
import Records
import Testing

@Suite struct TextReadingTests {
  @Test(arguments: [
    (#"{"slug":"a"}"#, []), ("\u{FEFF}{\"slug\":\"a\"}", ["record/byte-order-mark"]),
    ("[1]", ["record/not-an-object"]), ("{", ["record/not-json"]), ("", ["record/not-json"]),
    ("{\0}\0", ["record/invalid-utf8"]),
    ("{\"a\":\"\(String(repeating: "x", count: 100))\"}", ["record/too-large"]),
    (#"{"a":[[[[1]]]]}"#, ["record/too-deep"]), (#"{"a":1,"a":2}"#, ["record/duplicate-key"]),
  ])
  func `a text at hand is read as a file is`(text: String, rules: [String]) {
    let options = ReadOptions(recordLimit: 100, depthLimit: 4)
    let read = RecordReader.reading(of: Array(text.utf8), named: "a.json", options: options)
    #expect(read.findings.map(\.rule.description) == rules)
    #expect(read.start.file == "a.json")
  }
}
