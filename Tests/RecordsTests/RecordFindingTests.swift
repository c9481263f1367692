import Foundation
import Model
import Records
import Testing

@Suite struct RecordFindingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func read(
    _ name: String, _ text: String, _ options: ReadOptions = ReadOptions()
  ) throws -> Reading {
    try Reading([try folder.write(name, text)], options)
  }

  @Test func `broken JSON is told at its byte`() throws {
    let reading = try read("a.json", "{\n  \"ä\": \"ö\"\n  \"b\": 1\n}\n")
    #expect(reading.places == ["not-json 3:3 @17"])
    let finding = try #require(reading.findings.first)
    #expect(finding.severity == .error && finding.field == .root)
    #expect(finding.record.description == finding.span.start.file + ":3")
    #expect(finding.excerpt?.text == "\"b\": 1")
    #expect(finding.evidence == "\"")
    #expect(finding.message.contains("expected ',' or '}' after a value, found '\"'"))
    #expect(reading.recordCount == 1 && reading.records.first?.record == nil)
  }

  @Test func `an empty file is not JSON`() throws {
    #expect(try read("a.json", "").places == ["not-json 1:1 @0"])
    #expect(try read("a.json", " \n").places == ["not-json 2:1 @2"])
  }

  @Test func `a bad line does not stop the others`() throws {
    let reading = try read(
      "a.jsonl", "{\"slug\":\"a\"}\n{\"slug\":\"b\",}\nx\n[1]\n{\"slug\":\"c\"}\n")
    #expect(reading.slugs == ["a", "c"])
    #expect(
      reading.places == ["not-json 2:13 @25", "not-json 3:1 @27", "not-an-object 4:1 @29"])
    #expect(reading.recordCount == 5)
  }

  @Test(arguments: [
    (#"[{"slug":"a"},{"slug":"b" "c":1},{"slug":"d"}]"#, "not-json 1:27 @26"),
    (#"[{"slug":"a"},]"#, "not-json 1:15 @14"), (#"[{"slug":"a"}"#, "not-json 1:14 @13"),
    (#"[{"slug":"a"}{"slug":"b"}]"#, "not-json 1:14 @13"),
    (#"[{"slug":"a"}] x"#, "not-json 1:16 @15"), (#"[{"slug":"a"},{"slug":"#, "not-json 1:23 @22"),
    ("[{\"slug\":\"a\"},\n {\"a\":\"\u{1}\"}]", "not-json 2:8 @22"),
    (#"[{"slug":"a"}}"#, "not-json 1:14 @13"),
  ])
  func `the records before the fault of an array are given`(text: String, place: String) throws {
    let reading = try read("a.json", text)
    #expect(reading.slugs == ["a"])
    #expect(reading.places == [place])
  }

  @Test func `an element that is no object does not stop the others`() throws {
    let reading = try read("a.json", #"[1, {"slug":"a"}, "x", [{}], null, 12]"#)
    #expect(reading.slugs == ["a"])
    #expect(reading.places.count == 5)
    #expect(
      reading.findings.map(\.evidence) == ["a number", "a string", "an array", "null", "a number"])
  }

  @Test func `a bad file does not stop the others`() throws {
    try folder.write("a.json", "{")
    try folder.write("b.json", [0x7B, 0x22, 0xFF])
    try folder.write("c.json", #"{"slug":"c"}"#)
    try folder.write("d.json", "true")
    try folder.write("e.json", "{} {}")
    let reading = try Reading([folder.path])
    #expect(reading.slugs == ["c"])
    #expect(
      reading.places == [
        "not-json 1:2 @1", "invalid-utf8 1:3 @2", "not-an-object 1:1 @0", "not-json 1:4 @3",
      ])
  }

  @Test func `a key that stands twice is told with both places`() throws {
    let reading = try read("a.json", "{\"slug\":\"a\",\n\"o\":{\"k/\":1,\n \"k\\u002f\":2}}")
    let finding = try #require(reading.findings.first)
    #expect(reading.places == ["duplicate-key 3:2 @27"])
    #expect(finding.field.description == "/o/k~1")
    #expect(finding.evidence == "k/" && finding.record.description == "a")
    #expect(finding.related.map { "\($0.span.start.line):\($0.span.start.column)" } == ["2:6"])
    #expect(finding.message.contains("The name 'k/' stands twice in one object, first at 2:6."))
    #expect(reading.slugs == ["a"])
  }

  @Test func `half of a surrogate pair is told and the record is read`() throws {
    let reading = try read("a.json", #"{"slug":"a","t":["é\ud83d!"]}"#)
    #expect(reading.places == ["lone-surrogate 1:20 @20"])
    let finding = try #require(reading.findings.first)
    #expect(finding.field.description == "/t/0" && finding.evidence == #"\ud83d"#)
    #expect(finding.span.end.offset == 26)
    #expect(reading.records.first?.record?.root.member("t") != nil)
  }

  @Test func `flaws beyond the limit are summed up`() throws {
    let flaws = String(repeating: #"\udc00"#, count: 80)
    let findings = try read("a.json", #"{"slug":"\#(flaws)"}"#).findings
    #expect(findings.count == JSONReading.flawLimit)
    #expect(
      findings.last?.message.hasSuffix("30 more such faults of the record are not listed.") == true)
  }

  @Test(arguments: ["a.json", "a.jsonl"])
  func `a byte-order mark is told and reading goes on after it`(name: String) throws {
    let reading = try read(name, "\u{FEFF}{\"slug\":\"a\"}\n")
    #expect(reading.slugs == ["a"] && reading.places == ["byte-order-mark 1:1 @0"])
    let finding = try #require(reading.findings.first)
    #expect(finding.severity == .warning && finding.record.description == "a")
    let edit = try #require(finding.suggestion?.edits.first)
    #expect(finding.suggestion?.safety == .safe && edit.replacement.isEmpty)
    #expect(edit.span.start.offset == 0 && edit.span.end.offset == 3)
    let start = try #require(reading.records.first?.start)
    #expect(start.offset == 3 && start.column == 1 && start.columnInUTF8 == 4)
  }

  @Test func `a byte-order mark is told once, and alone too`() throws {
    #expect(
      try read("a.json", "\u{FEFF}[{\"slug\":\"a\"},{\"slug\":\"b\"}]").places
        == ["byte-order-mark 1:1 @0"])
    #expect(try read("a.jsonl", "\u{FEFF}").places == ["byte-order-mark 1:1 @0"])
    #expect(
      try read("a.json", "\u{FEFF}{").places == ["byte-order-mark 1:1 @0", "not-json 1:2 @4"])
    let file = try folder.writeCompressed("a.json.gz", Array("\u{FEFF}{}".utf8))
    #expect(try Reading([file]).findings.first?.suggestion == nil)
  }

  @Test(arguments: [
    [0x7B, 0x00, 0x7D, 0x00], [0x00, 0x7B, 0x00, 0x7D], [0xFF, 0xFE, 0x7B, 0x00],
    [0xFE, 0xFF, 0x00, 0x7B], [0x00, 0x00, 0x00, 0x7B], [0x7B, 0x00, 0x00, 0x00],
  ])
  func `a text that is not UTF-8 but UTF-16 is told once`(text: [UInt8]) throws {
    let newline: [UInt8] = [0x0A, 0x00, 0x0A, 0x00]
    let reading = try Reading([try folder.write("a.jsonl", text + newline + text)])
    #expect(reading.places == ["invalid-utf8 1:1 @0"])
    #expect(reading.findings.first?.message.contains("UTF-16") == true)
  }

  @Test func `a record over the limit is not read`() throws {
    let options = ReadOptions(recordLimit: 20)
    let long = #"{"slug":"0123456789"}"#
    let fits = #"{"slug":"012345678"}"#
    #expect(try read("a.json", long, options).places == ["too-large 1:1 @0"])
    #expect(try read("a.json", fits, options).slugs == ["012345678"])
    let lines = try read("a.jsonl", "\(fits)\n\(long)\n\(fits)\n\(long)", options)
    #expect(lines.slugs.count == 2 && lines.recordCount == 4)
    #expect(lines.places == ["too-large 2:1 @21", "too-large 4:1 @64"])
    let array = try read("b.json", "[\(fits),\(long),\(fits)]", options)
    #expect(array.slugs.count == 2 && array.places == ["too-large 1:23 @22"])
    #expect(array.findings.first?.message.contains("larger than 20 bytes and is not read.") == true)
  }

  @Test func `a large element ends its array when its end is not in reach`() throws {
    let long = #"{"slug":"\#(String(repeating: "x", count: 2_000_000))"}"#
    let text = #"[{"slug":"a"},\#(long),{"slug":"b"}]"#
    let reading = try read("a.json", text, ReadOptions(recordLimit: 300_000))
    #expect(reading.slugs == ["a"] && reading.places == ["too-large 1:15 @14"])
    #expect(reading.findings.first?.message.contains("nor is the rest of the file") == true)
  }

  @Test func `a line far over the limit is skipped`() throws {
    let long = String(repeating: "x", count: 2_000_000)
    let text = "\(long)\n{\"slug\":\"a\"}\n"
    let reading = try read("a.jsonl", text, ReadOptions(recordLimit: 1_000))
    #expect(reading.slugs == ["a"] && reading.places == ["too-large 1:1 @0"])
    #expect(reading.records.last?.start.offset == 2_000_001)
  }

  @Test(arguments: ["bomb.json.gz", "bomb.jsonl.gz"])
  func `a decompression bomb ends at the limit`(name: String) throws {
    let bomb = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000_000)
    let file = try folder.writeCompressed(name, bomb)
    let reading = try Reading([file], ReadOptions(recordLimit: 100_000))
    #expect(reading.places == ["too-large 1:1 @0"])
  }

  @Test func `nesting over the limit is told at its bracket`() throws {
    let reading = try read("a.json", #"{"a":[[[]]]}"#, ReadOptions(depthLimit: 3))
    #expect(reading.places == ["too-deep 1:8 @7"])
    let deep = "{\"tags\":" + String(repeating: "[", count: 100_000)
    #expect(try read("b.json", deep).places == ["too-deep 1:520 @519"])
  }

  @Test func `compressed data that is cut or damaged is told after its records`() throws {
    let lines = (0..<2_000).map { #"{"slug":"\#($0 &* 2_654_435_761)"}"# }
    try folder.writeCompressed("whole.gz", Array(lines.joined(separator: "\n").utf8))
    let whole = try folder.bytes("whole.gz")
    let cut = try Reading([try folder.write("cut.jsonl.gz", Array(whole[..<(whole.count / 2)]))])
    #expect(cut.slugs.count > 100 && cut.slugs.count < 2_000)
    #expect(cut.findings.map(\.rule.description) == ["record/unreadable-file"])
    #expect(cut.findings.first?.message.contains("ends too early") == true)
    var damaged = whole
    damaged[whole.count - 6] ^= 0xFF
    let checked = try Reading([try folder.write("damaged.jsonl.gz", damaged)])
    #expect(checked.findings.first?.message.contains("incorrect data check") == true)
    for (name, bytes) in [("empty", []), ("text", Array("{}".utf8)), ("tail", whole + [1, 2])] {
      let reading = try Reading([try folder.write("\(name).json.gz", bytes)])
      #expect(reading.findings.map(\.rule.description).last == "record/unreadable-file", "\(name)")
    }
    let array = try folder.writeCompressed(
      "array.gz", Array("[\(lines.joined(separator: ","))]".utf8))
    #expect(array.hasSuffix(".gz"))
    let bytes = try folder.bytes("array.gz")
    let half = try Reading([try folder.write("half.json.gz", Array(bytes[..<(bytes.count / 2)]))])
    #expect(half.findings.map(\.rule.description) == ["record/unreadable-file"])
    #expect(half.slugs.count > 100)
  }

  @Test func `what is no plain file in a folder is told and not read`() throws {
    mkfifo(folder.path + "/b.json", 0o600)
    symlink("/proc/self/environ", folder.path + "/a.json")
    symlink("/etc", folder.path + "/etc")
    symlink("/etc/hostname", folder.path + "/notes.txt")
    mkfifo(folder.path + "/fifo", 0o600)
    try folder.write("c.json", #"{"slug":"c"}"#)
    let reading = try Reading([folder.path])
    #expect(
      reading.findings.map { "\($0.rule) \($0.span.start.file.dropFirst(folder.path.count))" } == [
        "record/symlink /a.json", "record/not-a-regular-file /b.json", "record/symlink /etc",
      ])
    #expect(reading.findings.map(\.severity) == [.warning, .error, .warning])
    #expect(reading.findings.allSatisfy { $0.excerpt == nil })
    #expect(reading.slugs == ["c"] && reading.recordCount == 1)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func `a file or folder without permission is told, and the others are read`() throws {
    let file = try folder.write("a.json", "{}")
    try folder.write("b/x.json", "{}")
    try folder.write("c.json", #"{"slug":"c"}"#)
    chmod(file, 0)
    chmod(folder.path + "/b", 0)
    defer { chmod(folder.path + "/b", 0o700) }
    let reading = try Reading([folder.path])
    #expect(reading.places == ["unreadable-file 1:1 @0", "unreadable-file 1:1 @0"])
    #expect(reading.findings.first?.message.contains("Permission denied") == true)
    #expect(reading.slugs == ["c"] && reading.recordCount == 1)
    #expect(throws: SourceError.cannotOpen(path: file, reason: "Permission denied")) {
      try Reading([file])
    }
  }
}
