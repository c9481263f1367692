import Foundation
import Model
import Reports
import Testing

@Suite struct ReportSetTests {
  private func write(
    _ run: SampleRun, to files: [String], finishes: Bool = true,
    options: ReportOptions = ReportOptions()
  ) throws
    -> [ReportError]
  {
    var reports = try ReportSet(
      try files.map { try ReportRequest(parsing: $0) }, options: options)
    reports.begin(run.header)
    for record in run.records { reports.record(record) }
    for link in run.links { reports.link(link) }
    if finishes { reports.finish(run.result) }
    return reports.failures
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `several reports are written at once, folders made`() throws {
    try Tool.withFolder { folder in
      let run = Sample.everything()
      let failures = try write(
        run, to: ["junit=\(folder.path)/a/b/j.xml", "jsonl=\(folder.path)/a/l.jsonl"])
      #expect(failures.isEmpty)
      let junit = try Data(contentsOf: folder.appending(path: "a/b/j.xml"))
      #expect(try junit == Data(run.report(JUnitReport.self).utf8))
      #expect(try names(in: folder.appending(path: "a")) == ["b", "l.jsonl"])
    }
  }

  @Test func `a file has neither the colours nor the width of the terminal`() throws {
    try Tool.withFolder { folder in
      var options = ReportOptions()
      options.text.isColored = true
      options.text.width = 30
      let run = Sample.everything()
      var reports = try ReportSet(
        [try ReportRequest(parsing: "text=\(folder.path)/x.txt")], options: options)
      reports.begin(run.header)
      for record in run.records { reports.record(record) }
      for link in run.links { reports.link(link) }
      reports.finish(run.result)
      let text = try Data(contentsOf: folder.appending(path: "x.txt"))
      #expect(try text == Data(run.report(TextReport.self).utf8))
    }
  }

  @Test func `a report that is not finished leaves the old one and no rubbish`() throws {
    try Tool.withFolder { folder in
      let file = folder.appending(path: "x.xml")
      try Data("old".utf8).write(to: file)
      _ = try write(Sample.everything(), to: ["junit=\(file.path)"], finishes: false)
      #expect(try Data(contentsOf: file) == Data("old".utf8))
      #expect(try names(in: folder) == ["x.xml"])
    }
  }

  @Test func `a link to a file stays one`() throws {
    try Tool.withFolder { folder in
      let file = folder.appending(path: "real.xml")
      try Data("old".utf8).write(to: file)
      let link = folder.appending(path: "link.xml")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      _ = try write(Sample.everything(), to: ["junit=\(link.path)"])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
      #expect(try Data(contentsOf: file).count > 1_000)
    }
  }

  @Test func `a device is written and stays one`() throws {
    #expect(try write(Sample.everything(), to: ["junit=/dev/null"]).isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `a full disk fails one report and not the others`() throws {
    try Tool.withFolder { folder in
      let failures = try write(
        Sample.everything(), to: ["junit=/dev/full", "jsonl=\(folder.path)/l.jsonl"])
      #expect(failures == [.write("/dev/full", errno: ENOSPC)])
      #expect(try names(in: folder) == ["l.jsonl"])
    }
  }

  @Test func `a report that failed makes the others red`() throws {
    try Tool.withFolder { folder in
      var run = SampleRun(header: Sample.header())
      run.records = [Sample.record("a", file: "a.json")]
      run.count()
      let failures = try write(run, to: ["junit=\(folder.path)/x.xml", "jsonl=/dev/full"])
      #expect(failures == [.write("/dev/full", errno: ENOSPC)])
      let xml = try Data(contentsOf: folder.appending(path: "x.xml"))
      #expect(JUnitDocument(String(decoding: xml, as: UTF8.self)).isRed)
    }
  }

  @Test func `places that cannot be are told before the run`() throws {
    try Tool.withFolder { folder in
      let file = folder.appending(path: "file")
      try Data().write(to: file)
      #expect(throws: ReportError.folder("\(file.path)/sub", errno: ENOTDIR)) {
        try write(Sample.everything(), to: ["junit=\(file.path)/sub/x.xml"])
      }
      #expect(throws: ReportError.create(folder.path, errno: EISDIR)) {
        try write(Sample.everything(), to: ["junit=\(folder.path)"])
      }
      #expect(throws: ReportError.sharedOutput("-")) {
        try write(Sample.everything(), to: ["text", "jsonl=-"])
      }
    }
  }

  @Test func `a report larger than memory's share comes out whole`() throws {
    try Tool.withFolder { folder in
      var run = SampleRun(header: Sample.header())
      let message = String(repeating: "x", count: 900)
      for index in 0..<3_000 {
        let span = Sample.span("a.jsonl", line: index + 1)
        run.records.append(
          Sample.record(
            "r\(index)", file: "a.jsonl", line: index + 1,
            findings: [Sample.finding("dates/x", .error, message, at: span)]))
      }
      run.count()
      let file = folder.appending(path: "x.xml")
      var options = ReportOptions()
      options.junit.casesInFile = .max
      #expect(try write(run, to: ["junit=\(file.path)"], options: options).isEmpty)
      let document = JUnitDocument(String(decoding: try Data(contentsOf: file), as: UTF8.self))
      #expect(document.isWellFormed)
      #expect(document.elements("failure").count == 3_000)
      #expect(document.suites.count == 4)
    }
  }
}
