import Testing

@testable import Run

@Suite struct ChildProcessTests {
  @Test func `output, errors and status come back, however much there is`() {
    var count = 0
    let script = "i=0; while [ $i -lt 3000 ]; do echo 'a line of output'; echo 'an error' >&2; "
    let answer = ChildProcess.run("sh", ["-c", script + "i=$((i+1)); done; exit 7"]) {
      count += $0.count
    }
    #expect(count == 51_000)
    #expect(answer.status == 7)
    #expect(answer.errors.starts(with: "an error\n".utf8))
  }

  @Test func `a program that is not there is told`() {
    #expect(ChildProcess.run("no-such-program-at-all", []) { _ in }.status == -1)
  }

  @Test func `a program sees nothing of the environment but what it needs`() {
    var text: [UInt8] = []
    _ = ChildProcess.run("env", []) { text += $0 }
    let names = String(decoding: text, as: UTF8.self).split(separator: "\n")
      .map { $0.prefix { $0 != "=" } }
    #expect(names.contains("LC_ALL"))
    #expect(!names.contains { $0.hasSuffix("TOKEN") || $0.hasPrefix("SWIFT") })
  }
}
