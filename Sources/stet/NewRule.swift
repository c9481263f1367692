import ArgumentParser
import Glibc
import Model
import Rules

extension RulesCommand {
  /// `stet rules new`: a rule file to begin with.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the file of a new rule, to be changed and tested.")

    @Argument(help: ArgumentHelp("The rule's ID: house/too-loud.", valueName: "pack/fault"))
    var id: String

    @Option(
      name: .customLong("rules"),
      help: ArgumentHelp("The folder of rules that it goes to.", valueName: "folder"),
      completion: .directory)
    var folder = "rules"

    func run() throws {
      guard RuleSkeleton.isID(id) else { throw SkeletonError.badName(id) }
      let rule = RuleID(id)
      let path = "\(folder)/\(id).yml"
      try Self.makeFolders("\(folder)/\(rule.pack)")
      try Self.write(RuleSkeleton.text(rule), to: path)
      Terminal.output.write("\(path)\n")
    }

    private static func makeFolders(_ path: String) throws(SkeletonError) {
      let names = path.split(separator: "/", omittingEmptySubsequences: false)
      for end in names.indices {
        let folder = names[...end].joined(separator: "/")
        guard !folder.isEmpty, mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
        throw .cannotWrite(folder, code: errno)
      }
    }

    /// Never over a file that is there.
    private static func write(_ text: String, to path: String) throws(SkeletonError) {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        throw errno == EEXIST ? .exists(path) : .cannotWrite(path, code: errno)
      }
      let bytes = Array(text.utf8)
      let count = Glibc.write(descriptor, bytes, bytes.count)
      let failure = errno
      guard close(descriptor) == 0, count == bytes.count else {
        throw .cannotWrite(path, code: failure)
      }
    }
  }

  /// `stet rules schema`: for editors.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the JSON Schema of rule files, for editors.")

    func run() {
      Terminal.output.write(RuleSchema.text)
    }
  }
}

/// Why no rule file could be written.
enum SkeletonError: Error {
  case badName(String)
  case exists(String)
  case cannotWrite(String, code: Int32)
}
