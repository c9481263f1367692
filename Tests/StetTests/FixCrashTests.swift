import Foundation
import Testing

/// Writing fixes while the program is killed, and fixes of links.
@Suite struct FixCrashTests {
  @Test func `a killed run leaves every file old or new, and no other file behind`() async throws {
    let folder = try Binary.Folder()
    let padding = String(repeating: "Tides come and go. ", count: 2_000)
    func text(_ number: Int, isMended: Bool) -> String {
      #"{"slug":"a\#(number)","title":"\#(isMended ? "T" : "T ")","body_md":"\#(padding)"}"#
    }
    let numbers = 0..<60
    var leftOvers: Set<String> = []
    var seen: (old: Int, new: Int) = (0, 0)
    for round in 0..<36 {
      for number in numbers { try folder.write("\(number).json", text(number, isMended: false)) }
      let process = Process()
      process.executableURL = Binary.url
      process.environment = Binary.environment()
      process.arguments = [
        "check", ".", "--fix", "--offline", "--quiet", "--only", "shape/outer-white-space",
      ]
      process.currentDirectoryURL = folder.url
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      // Killed when as many files are new as the round says: at the first, at the last, in between.
      let wanted = round * numbers.count / 36
      while process.isRunning {
        let path = folder.url.appending(path: "\(wanted).json").path
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        if size == text(wanted, isMended: true).utf8.count { break }
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for number in numbers {
        let url = folder.url.appending(path: "\(number).json")
        let found = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        if found == text(number, isMended: true) {
          seen.new += 1
        } else {
          seen.old += 1
          #expect(found == text(number, isMended: false), "\(number).json is neither")
        }
      }
      leftOvers.formUnion(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
          .filter { !$0.hasSuffix(".json") })
    }
    #expect(seen.new > 0)
    // What a killed run leaves is no record, and is hidden.
    #expect(leftOvers.allSatisfy { $0.hasPrefix(".") && !$0.hasSuffix(".json") }, "\(leftOvers)")
  }

  @Test func `a link that has moved for good is mended with its new address`() async throws {
    let site = try await PlainSite()
    let folder = try Binary.Folder()
    let text =
      #"{"slug":"a","url":"\#(site.url("/moved"))","body_md":"[x](\#(site.url("/moved"))#here) y"}"#
    try folder.write("a.json", text)
    let options = ["check", "a.json", "--no-store"] + site.options
    _ = try await Binary.run(options + ["--fix"], in: folder.url)
    func now() throws -> String {
      try String(contentsOf: folder.url.appending(path: "a.json"), encoding: .utf8)
    }
    #expect(try now() == text)
    let run = try await Binary.run(options + ["--unsafe-fixes"], in: folder.url)
    #expect(try now() == text.replacing("/moved", with: "/page"), "\(run.out)\(run.err)")
    #expect(!run.out.contains("links/moved  /"), "\(run.out)")
  }

  /// The rules whose fix cannot change what a record means.
  static let safe: [(rule: String, text: String, mended: String)] = [
    ("record/byte-order-mark", "\u{FEFF}{}", "{}"),
    ("shape/not-nfc", #"{"title":"e\u0301"}"#, #"{"title":"é"}"#),
    ("shape/outer-white-space", #"{"title":" T"}"#, #"{"title":"T"}"#),
    ("language/deprecated", #"{"lang":"iw"}"#, #"{"lang":"he"}"#),
    ("language/deprecated", #"{"lang":"i-klingon"}"#, #"{"lang":"tlh"}"#),
    ("language/case", #"{"lang":"EN-us"}"#, #"{"lang":"en-US"}"#),
    ("taxonomy/duplicate-term", #"{"topics":["a","b","a"]}"#, #"{"topics":["a","b"]}"#),
  ]

  @Test(arguments: safe) func `a fix that is safe is applied by --fix`(
    rule: String, text: String, mended: String
  ) async throws {
    let folder = try Binary.Folder()
    try folder.write("a.json", text)
    let options = ["check", "a.json", "--offline", "--only", rule]
    _ = try await Binary.run(options + ["--fix"], in: folder.url)
    let now = try Data(contentsOf: folder.url.appending(path: "a.json"))
    #expect(now == Data(mended.utf8), "\(String(decoding: now, as: UTF8.self))")
    let after = try await Binary.run(options + ["--fail-on", "note"], in: folder.url)
    #expect(after.status == 0, "\(after.out)")
  }

  @Test func `a baseline outlives a byte order mark in front of the lines`() async throws {
    let folder = try Binary.Folder()
    let lines = #"{"slug":"a","title":"T "}"# + "\n" + #"{"slug":"b","lang":"EN"}"# + "\n"
    try folder.write("a.jsonl", lines)
    _ = try await Binary.run(
      ["baseline", "create", "a.jsonl", "--offline", "--output", "b.baseline"], in: folder.url)
    try folder.write("a.jsonl", "\u{FEFF}" + lines)
    let run = try await Binary.run(
      ["check", "a.jsonl", "--offline", "--baseline", "b.baseline", "--report", "jsonl"],
      in: folder.url)
    let open = run.json.filter { $0["type"] as? String == "finding" && $0["suppressed"] is NSNull }
    #expect(open.compactMap { $0["rule"] as? String } == ["record/byte-order-mark"])
  }
}
