import Foundation
import Reports
import Testing

@Suite struct ReportFormatsTests {
  @Test func `the list holds what the folder holds`() throws {
    let folder = Repository.root.appending(path: "Sources/Reports/Formats").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(ReportFormats.all.map { "\($0).swift" }.sorted() == files)
  }

  @Test func `the list is sorted by name and no name comes twice`() {
    let names = ReportFormats.all.map { $0.name }
    #expect(names == Set(names).sorted())
  }

  @Test(arguments: [
    ("junit=out/x.xml", "junit", "out/x.xml"), ("text", "text", "-"), ("jsonl=-", "jsonl", "-"),
    ("junit=a=b.xml", "junit", "a=b.xml"),
  ]) func `a request names a format and a file`(
    argument: String, format: String, output: String
  ) throws {
    let request = try ReportRequest(parsing: argument)
    #expect(request.format.name == format)
    #expect(request.output.name == output)
  }

  @Test func `a request for what is not there says what is`() {
    #expect(throws: ReportError.unknownFormat("xml", known: ReportFormats.all.map { $0.name })) {
      try ReportRequest(parsing: "xml=a")
    }
    #expect(throws: ReportError.noFile(format: "junit")) { try ReportRequest(parsing: "junit=") }
  }
}
