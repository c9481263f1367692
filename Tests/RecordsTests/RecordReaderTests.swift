import Foundation
import Model
import Records
import Testing

@Suite struct RecordReaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func record(_ slug: String) -> String { #"{"slug":"\#(slug)"}"# }

  private func names(_ reading: Reading) -> [String] {
    reading.records.map { String($0.start.file.dropFirst(folder.path.count + 1)) }
  }

  @Test func `a file with an object is one record`() throws {
    let file = try folder.write("a.json", "\n  " + record("a") + "\n")
    let reading = try Reading([file])
    let record = try #require(reading.records.first?.record)
    #expect(reading.records.count == 1 && reading.recordCount == 1)
    #expect(record.isAlone && record.file == file)
    let start = record.root.span.start
    #expect(start.line == 2 && start.column == 3 && start.offset == 3)
  }

  @Test func `an array is one record an element, each in its place`() throws {
    let text = "[ \(record("ä")) ,\n  \(record("b")),\(record("c"))\n]\n"
    let reading = try Reading([try folder.write("a.json", text)])
    #expect(reading.slugs == ["ä", "b", "c"])
    #expect(reading.findings.isEmpty && reading.recordCount == 3)
    let starts = reading.records.map { "\($0.start.line):\($0.start.column) @\($0.start.offset)" }
    #expect(starts == ["1:3 @2", "2:3 @20", "2:16 @33"])
    #expect(reading.records.allSatisfy { $0.record?.isAlone == false })
    let value = try #require(reading.records.last?.record?.root.member("slug"))
    #expect(value.span.start.columnInUTF8 == 24 && value.span.start.offset == 41)
  }

  @Test(arguments: ["a.jsonl", "a.ndjson", "A.JSONL"])
  func `a file of lines is one record a line, blank lines left out`(name: String) throws {
    let text = "\n\(record("a"))\r\n \t\r\n\n\(record("b"))  \n\(record("c"))"
    let reading = try Reading([try folder.write(name, text)])
    #expect(reading.slugs == ["a", "b", "c"])
    #expect(reading.records.map(\.start.line) == [2, 5, 6])
    #expect(reading.records.map(\.start.offset) == [1, 20, 35])
  }

  @Test(arguments: ["a.json", "a.jsonl", "b.json", "c.jsonl"])
  func `compressed files are read as the others`(name: String) throws {
    let plain =
      name.first == "b" ? "[\(record("a")),\(record("b"))]" : record("a") + "\n"
    let text = plain + (name.first == "c" ? record("b") : "")
    let file = try folder.writeCompressed(name + ".gz", Array(text.utf8))
    let reading = try Reading([file])
    #expect(reading.slugs == (name.first == "a" ? ["a"] : ["a", "b"]))
    #expect(reading.findings.isEmpty)
  }

  @Test func `compressed members follow one another, padded or not`() throws {
    let first = try folder.writeCompressed("1.gz", Array((record("a") + "\n").utf8))
    let second = try folder.writeCompressed("2.gz", Array((record("b") + "\n").utf8))
    #expect(first != second)
    let both = try folder.bytes("1.gz") + folder.bytes("2.gz") + [0, 0, 0, 0]
    let reading = try Reading([try folder.write("a.jsonl.gz", both)])
    #expect(reading.slugs == ["a", "b"] && reading.findings.isEmpty)
  }

  @Test func `a folder is read through, in the order of the paths' bytes`() throws {
    for name in [
      "b.json", "a/z.json", "a.json", "a-b/c.jsonl", "a/b/deep.ndjson", "Z.json", "ä.json",
      ".hidden.json", ".git/x.json", "notes.txt", "README", "json", ".json", "x.json.bak",
    ] {
      try folder.write(name, record("x"))
    }
    let reading = try Reading([folder.path])
    #expect(
      names(reading) == [
        "Z.json", "a-b/c.jsonl", "a.json", "a/b/deep.ndjson", "a/z.json", "b.json", "ä.json",
      ])
  }

  @Test func `names that are no UTF-8 are opened all the same`() throws {
    let name = folder.path + "/"
    var path = name.utf8.map { CChar(bitPattern: $0) }
    path += [CChar(bitPattern: 0xFF)] + Array(".json".utf8).map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    _ = write(descriptor, "{\"slug\":\"a\"}", 12)
    close(descriptor)
    #expect(try Reading([folder.path]).slugs == ["a"])
  }

  @Test(arguments: [
    ("*.json", ["a.json", "b.json"]),
    ("*", ["a.json", "b.json", "c.jsonl", "x/a.json", "x/y/a.json", "x/y/b1.json", "x/y/b2.json"]),
    ("**/a.json", ["a.json", "x/a.json", "x/y/a.json"]),
    ("**/*.jsonl", ["c.jsonl"]),
    ("x/**", ["x/a.json", "x/y/a.json", "x/y/b1.json", "x/y/b2.json"]),
    ("x/*", ["x/a.json", "x/y/a.json", "x/y/b1.json", "x/y/b2.json"]),
    ("x/**/y/b?.json", ["x/y/b1.json", "x/y/b2.json"]),
    ("**/b[2-9].json", ["x/y/b2.json"]), ("**/b[!2-9].json", ["x/y/b1.json"]),
    ("{a,c}.{json,jsonl}", ["a.json", "c.jsonl"]), ("{x/y/b1,b}.json", ["b.json", "x/y/b1.json"]),
    ("./**/y/../y/a.json", []), ("x/{y,z}/a*", ["x/y/a.json"]),
    ("[ab].json", ["a.json", "b.json"]),
    ("**/.h*", [".h.json"]), ("\\a.js[o]n", ["a.json"]), ("*[.]jsonl", ["c.jsonl"]),
  ])
  func `a pattern is matched with folders of any depth`(
    pattern: String, expected: [String]
  ) throws {
    for name in [
      "a.json", "b.json", "c.jsonl", "x/a.json", "x/y/a.json", "x/y/b1.json", "x/y/b2.json",
      ".h.json", ".git/a.json", "a.txt",
    ] {
      try folder.write(name, record("x"))
    }
    let path = folder.path + "/" + pattern
    if expected.isEmpty {
      #expect(throws: SourceError.noMatch(pattern: path)) { try Reading([path]) }
    } else {
      #expect(names(try Reading([path])) == expected)
    }
  }

  @Test func `a name with the signs of a pattern is a name when it exists`() throws {
    let file = try folder.write("a[1]{x}*.json", record("a"))
    #expect(try Reading([file]).slugs == ["a"])
  }

  @Test(arguments: [
    ("[a.json", "'[' is not closed"), ("{a,b.json", "'{' is not closed"),
    ("[z-a].json", "the range 'z-a' runs backwards"),
    (String(repeating: "{a,b}", count: 20), "its braces make more than 1000 patterns"),
  ])
  func `a pattern that cannot be read is an error`(pattern: String, reason: String) throws {
    #expect(throws: SourceError.badPattern(pattern: pattern, reason: reason)) {
      try Reading([pattern])
    }
  }

  @Test func `a file that several arguments lead to is read once`() throws {
    let file = try folder.write("x/a.json", record("a"))
    try folder.write("x/b.json", record("b"))
    let reading = try Reading([file, folder.path, folder.path + "/x/", file, folder.path + "/**"])
    #expect(reading.slugs == ["a", "b"])
  }

  @Test func `hard links in one folder are files of their own`() throws {
    let file = try folder.write("a.json", record("a"))
    link(file, folder.path + "/b.json")
    let other = try folder.write("other/c.json", record("c"))
    #expect(try Reading([folder.path]).slugs == ["a", "a", "c"])
    #expect(try Reading([folder.path, other]).slugs == ["a", "a", "c"])
  }

  @Test func `paths that lead nowhere are errors before anything is read`() throws {
    let file = try folder.write("a.json", record("a"))
    let missing = folder.path + "/missing.json"
    #expect(throws: SourceError.notFound(path: missing)) { try Reading([file, missing]) }
    #expect(throws: SourceError.notFound(path: file + "/x")) { try Reading([file + "/x"]) }
    #expect(throws: SourceError.notFound(path: "")) { try Reading([""]) }
    let fifo = folder.path + "/fifo.json"
    mkfifo(fifo, 0o600)
    #expect(throws: SourceError.notARegularFile(path: fifo, kind: "a FIFO")) {
      try Reading([fifo])
    }
    #expect(throws: SourceError.notARegularFile(path: "/dev/null", kind: "a device")) {
      try Reading(["/dev/null"])
    }
  }

  @Test func `a folder without records has none, and that is no error`() throws {
    try folder.write("a.txt", "x")
    try folder.write("empty.jsonl", "\n\n")
    try folder.write("empty.json", "[]")
    let reading = try Reading([folder.path])
    #expect(reading.records.isEmpty && reading.recordCount == 0)
  }

  @Test func `a file without a known extension is read when it is named`() throws {
    let lines = try folder.write("lines", record("a") + "\n" + record("b") + "\n")
    let object = try folder.write("object.txt", "{\n\"slug\":\n\"c\"\n}\n")
    let array = try folder.write("array.txt", "\n[\(record("d"))]")
    #expect(try Reading([lines, object, array]).slugs == ["a", "b", "c", "d"])
  }

  @Test func `a link that is named is followed`() throws {
    let file = try folder.write("x/a.json", record("a"))
    let linked = folder.path + "/b.json"
    symlink(file, linked)
    #expect(try Reading([linked]).slugs == ["a"])
    symlink(folder.path + "/x", folder.path + "/y")
    #expect(try Reading([folder.path + "/y"]).slugs == ["a"])
  }

  @Test func `records of all sizes are found across the pieces of an input`() throws {
    var dice = SystemRandomNumberGenerator()
    let bodies = (0..<400).map { _ in
      String(repeating: "é", count: Int.random(in: 0...3_000, using: &dice))
    }
    let records = bodies.enumerated().map { #"{"slug":"\#($0)","body":"\#($1)","n":[1,2]}"# }
    let slugs = records.indices.map(String.init)
    let lines = try folder.write("lines.jsonl", records.joined(separator: "\n"))
    let array = try folder.write("array.json", "[" + records.joined(separator: ", ") + "]")
    let big = String(repeating: "x", count: 3_000_000)
    let large = try folder.write("large.json", #"[{"slug":"l","x":"\#(big)"},\#(records[0])]"#)
    #expect(try Reading([lines]).slugs == slugs)
    #expect(try Reading([array]).slugs == slugs)
    #expect(try Reading([large]).slugs == ["l", "0"])
    let bytes = try folder.bytes("array.json")
    let last = try #require(try Reading([array]).records.last)
    #expect(bytes[last.start.offset] == UInt8(ascii: "{"))
    #expect(last.start.columnInUTF8 == last.start.offset + 1)
  }
}
