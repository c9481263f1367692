import Foundation
import Model
import Records

/// A folder of real files that goes when the value goes.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/stet-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ content: [UInt8]) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(content).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ content: String) throws -> String {
    try write(name, Array(content.utf8))
  }

  /// Writes a file compressed by gzip(1) and returns its path.
  @discardableResult
  func writeCompressed(_ name: String, _ content: [UInt8]) throws -> String {
    let plain = try write(".plain", content)
    return try write(name, try Self.output(of: ["gzip", "-c", plain]))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  private static func output(of command: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(output)
  }
}

/// All that reading gives.
struct Reading {
  var records: [ReadRecord] = []
  var recordCount = 0

  init(_ paths: [String], _ options: ReadOptions = ReadOptions()) throws {
    var reader = try RecordReader(paths: paths, options: options)
    while let raw = try reader.next() {
      precondition(raw.ordinal == records.count)
      records.append(raw.read())
    }
    recordCount = reader.recordCount
  }

  var findings: [Finding] { records.flatMap(\.findings) }

  /// The slugs of the records that could be read.
  var slugs: [String] { records.compactMap { $0.record?.root.member("slug")?.string } }

  /// Rule, line, column and offset of each finding: `not-json 2:9 @15`.
  var places: [String] {
    findings.map { finding in
      let start = finding.span.start
      return "\(finding.rule.description.dropFirst("record/".count)) "
        + "\(start.line):\(start.column) @\(start.offset)"
    }
  }
}
