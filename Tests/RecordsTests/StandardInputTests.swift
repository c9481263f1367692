import Foundation
import Model
import Records
import Testing

/// Standard input is the process's, so one test at a time puts a file or a pipe in its place.
@Suite(.serialized) struct StandardInputTests {
  private func read(
    _ text: String, name: String = "-", paths: [String] = ["-"]
  ) throws -> Reading {
    let folder = try TemporaryFolder()
    let descriptor = open(try folder.write("input", text), O_RDONLY)
    let saved = dup(STDIN_FILENO)
    dup2(descriptor, STDIN_FILENO)
    defer {
      dup2(saved, STDIN_FILENO)
      close(saved)
      close(descriptor)
    }
    return try Reading(paths, ReadOptions(standardInputName: name))
  }

  @Test(arguments: [
    (#"{"slug":"a"}"#, ["a"]), ("{\"slug\":\"a\"}\n", ["a"]),
    ("\n{\"slug\":\"a\"}\n\n{\"slug\":\"b\"}", ["a", "b"]),
    ("{\n \"slug\": \"a\"\n}\n", ["a"]), (#"[{"slug":"a"},{"slug":"b"}]"#, ["a", "b"]),
    ("{\"slug\":\"a\",}\n{\"slug\":\"b\"}\n", ["b"]),
    ("{\"slug\":\"a\"\n{\"slug\":\"b\"}\n", ["b"]),
    ("{\"slug\":\n{\"slug\":\"b\"}\n}\n", []), ("\u{FEFF}{\"slug\":\"a\"}", ["a"]),
    ("", []), (" \n ", []),
  ])
  func `the format is seen from the content`(text: String, slugs: [String]) throws {
    #expect(try read(text).slugs == slugs)
  }

  @Test func `without a name it is called by its sign and is no file of its own`() throws {
    let reading = try read("{\"slug\":\n\"a\"}")
    let record = try #require(reading.records.first?.record)
    #expect(record.file == "-" && !record.isAlone)
  }

  @Test func `a name is kept and says the format`() throws {
    let object = try read("{\"slug\":\"a\"}\n", name: "drafts/a.json")
    #expect(object.records.first?.record?.file == "drafts/a.json")
    #expect(object.records.first?.record?.isAlone == true)
    let lines = try read("x\n{\"slug\":\"a\"}\n", name: "a.jsonl")
    #expect(lines.slugs == ["a"] && lines.places == ["not-json 1:1 @0"])
  }

  @Test func `it is read once, and beside files`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.json", #"{"slug":"b"}"#)
    #expect(try read(#"{"slug":"a"}"#, paths: ["-", file, "-"]).slugs == ["a", "b"])
  }

  @Test func `lines are given as they come through a pipe`() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let saved = dup(STDIN_FILENO)
    dup2(ends[0], STDIN_FILENO)
    defer {
      dup2(saved, STDIN_FILENO)
      for descriptor in [saved, ends[0]] { close(descriptor) }
    }
    var reader = try RecordReader(
      paths: ["-"], options: ReadOptions(standardInputName: "x.jsonl"))
    for slug in ["a", "b", "c"] {
      let line = "{\"slug\":\"\(slug)\"}\n"
      #expect(write(ends[1], line, line.utf8.count) == line.utf8.count)
      #expect(try reader.next()?.read().key.description == slug)
    }
    close(ends[1])
    #expect(try reader.next() == nil)
  }
}
