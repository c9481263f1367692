import Testing

@testable import Run

@Suite struct PatchReaderTests {
  private static func lines(_ patch: String, piece: Int = 7) -> [String: [ChangedLines]] {
    var reader = PatchReader()
    let bytes = Array(patch.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.read(bytes[start..<min(start + piece, bytes.count)])
    }
    reader.finish()
    return Dictionary(
      uniqueKeysWithValues: reader.files.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
    )
  }

  private static let patch = """
    diff --git a/a.jsonl b/a.jsonl
    index 1..2 100644
    --- a/a.jsonl
    +++ b/a.jsonl
    @@ -3 +3,2 @@ heading
    -old
    +++ b/not-a-name
    +@@ -9 +9 @@
    @@ -9,2 +9,0 @@
    -x
    -y
    \\ No newline at end of file
    diff --git a/gone.json b/gone.json
    --- a/gone.json
    +++ /dev/null
    @@ -1 +0,0 @@
    -{}
    diff --git "a/t\\303\\251\\tb.json" "b/t\\303\\251\\tb.json"
    --- "a/t\\303\\251\\tb.json"
    +++ "b/t\\303\\251\\tb.json"
    @@ -1 +1 @@
    -a
    +b

    """

  @Test(arguments: [1, 7, 4096]) func `the lines of each file are read, whatever they hold`(
    piece: Int
  ) {
    let lines = Self.lines(Self.patch, piece: piece)
    #expect(lines.keys.sorted() == ["a.jsonl", "té\tb.json"])
    #expect(
      lines["a.jsonl"] == [ChangedLines(start: 3, count: 2), ChangedLines(start: 9, count: 0)])
    #expect(lines["té\tb.json"] == [ChangedLines(start: 1, count: 1)])
  }

  @Test func `of a long line no more than its head is kept`() {
    let line = "+" + String(repeating: "x", count: 100_000)
    let patch = "+++ b/a\n@@ -1 +1 @@\n-y\n\(line)\n@@ -7 +7 @@\n-y\n+z\n"
    #expect(Self.lines(patch, piece: 1000)["a"]?.map(\.start) == [1, 7])
  }

  @Test(arguments: [
    (ChangedLines(start: 3, count: 2), 1...2, false),
    (ChangedLines(start: 3, count: 2), 1...3, true),
    (ChangedLines(start: 3, count: 2), 4...9, true),
    (ChangedLines(start: 3, count: 2), 5...9, false),
    (ChangedLines(start: 3, count: 0), 3...4, true),
    (ChangedLines(start: 3, count: 0), 1...3, false),
    (ChangedLines(start: 3, count: 0), 4...9, false),
  ])
  func `changed lines touch a record or not`(
    changed: ChangedLines, record: ClosedRange<Int>, touches: Bool
  ) {
    #expect(changed.touches(record) == touches)
  }
}
