import Files
import Glibc
import Model
import Records
import Reports
import Rules
import Run
import Settings
import Standards
import Store
import Suppressions

/// The one place where errors become sentences: what is wrong, then what to do.
enum Prose {
  /// None for errors that are not ours.
  static func text(of error: any Error) -> String? {
    switch error {
    case let error as RunError: TerminalText.escaped(text(of: error))
    case let error as ReportError: TerminalText.escaped(text(of: error))
    case let error as ResultError: TerminalText.escaped(text(of: error))
    case let error as RuleFileError: TerminalText.escaped("\(error)")
    case let error as SettingsError: TerminalText.escaped(text(of: error))
    case let error as SkeletonError: TerminalText.escaped(text(of: error))
    case let error as StoreTrouble: TerminalText.escaped(text(of: error))
    default: nil
    }
  }

  private static func text(of error: RunError) -> String {
    switch error {
    case .source(let error): text(of: error)
    case .ruleFile(let error): "\(error)"
    case .settings(let error): text(of: error)
    case .changes(let error): text(of: error)
    case .report(let error): text(of: error)
    case .unknownRule(let pattern, let nearest):
      "No rule is called '\(pattern)'. "
        + (nearest.map { "Did you mean '\($0)'?" } ?? "'stet rules list' prints them all.")
    case .noRecords(let inputs):
      "There is no record in \(inputs.map { "'\($0)'" }.joined(separator: ", ")). "
        + "Records are .json, .jsonl and .ndjson files, each also as .gz."
    case .networkUnusable(let hosts):
      "The network is unusable: none of \(hosts) hosts could be reached, so nothing is said of their "
        + "links. Mend the connection, name a proxy with --proxy, or leave links out with --offline."
    case .baseline(let fault): text(of: fault)
    case .brokenBaseline(let place, let reason):
      "\(place.file):\(place.line): this is no line of a baseline. \(reason)"
    case .file(let path, let failure): text(of: failure, path)
    case .spill(let failure): text(ofSpill: failure)
    }
  }

  private static func text(of fault: BaselineFault) -> String {
    switch fault {
    case .missing(let name, let place):
      "\(place.file):\(place.line): the line has no '\(name)', as a baseline's has. "
        + "Take it from version control, or write the file anew with 'stet baseline create'."
    case .version(let place):
      "\(place.file):\(place.line): the baseline was written by a newer stet. Use that one."
    }
  }

  private static func text(ofSpill failure: FileFailure) -> String {
    let what: String
    switch failure {
    case .folder(let code), .open(let code), .create(let code): what = "made: \(reason(code))"
    case .read(let code): what = "read: \(reason(code))"
    case .write(let code), .replace(let code): what = "written: \(reason(code))"
    case .symlink, .notRegular, .tooLarge, .changed: what = "used"
    }
    return "The temporary file for what was found cannot be \(what). "
      + "Set TMPDIR to a folder with more room."
  }

  private static func text(of failure: FileFailure, _ path: String) -> String {
    switch failure {
    case .folder(let code): "The folder of '\(path)' cannot be opened: \(reason(code))."
    case .open(let code), .read(let code): "'\(path)' cannot be read: \(reason(code))."
    case .create(let code): "'\(path)' cannot be written: \(reason(code))."
    case .write(let code): "Writing '\(path)' failed: \(reason(code)). It is as it was."
    case .replace(let code): "'\(path)' cannot be replaced: \(reason(code)). It is as it was."
    case .symlink: "'\(path)' is a symbolic link, which is not written through."
    case .notRegular: "'\(path)' is not a file."
    case .tooLarge: "'\(path)' is too large to be changed."
    case .changed: "'\(path)' was changed by somebody else meanwhile. Run it again."
    }
  }

  /// Why nothing is remembered, on one line; the run goes on.
  static func warning(of trouble: StoreTrouble) -> String {
    TerminalText.escaped("\(text(of: trouble)) The run goes on and remembers nothing.")
  }

  private static func text(of trouble: StoreTrouble) -> String {
    switch trouble {
    case .unusable(let path, let what): "The store '\(path)' is \(what)."
    case .corrupt(let path, let movedTo?):
      "The store '\(path)' is damaged and was moved to '\(movedTo)'."
    case .corrupt(let path, nil): "The store '\(path)' is damaged."
    case .foreign(let path): "'\(path)' is a database of another program."
    case .otherVersion(let path, let version):
      "The store '\(path)' is of another version of stet (\(version))."
    case .failed(let path, let reason): "The store '\(path)' cannot be used: \(reason)."
    }
  }

  private static func text(of error: SourceError) -> String {
    switch error {
    case .notFound(let path): "There is no '\(path)'. Check the path."
    case .cannotOpen(let path, let reason): "'\(path)' cannot be opened: \(reason)."
    case .notARegularFile(let path, let kind):
      "'\(path)' is \(kind), not a file. Use '-' to read standard input."
    case .noMatch(let pattern): "No record file fits the pattern '\(pattern)'."
    case .badPattern(let pattern, let reason):
      "The pattern '\(pattern)' cannot be read: \(reason)."
    }
  }

  private static func text(of error: ReportError) -> String {
    switch error {
    case .unknownFormat(let name, let known):
      "There is no report format '\(name)'. "
        + (EditDistance.nearest(to: name, in: known).map { "Did you mean '\($0)'?" }
          ?? "There are \(known.joined(separator: ", ")).")
    case .noFile(let format):
      "'--report \(format)=' names no file. Write '--report \(format)=FILE' or '--report \(format)'."
    case .sharedOutput(let name):
      "Two reports would go to '\(name)'. Give each a file: '--report junit=stet.xml'."
    case .folder(let path, let code): "The folder '\(path)' cannot be made: \(reason(code))."
    case .create(let path, let code): "'\(path)' cannot be written: \(reason(code))."
    case .write(let path, let code): "Writing '\(path)' failed: \(reason(code))."
    case .replace(let path, let code): "'\(path)' cannot be replaced: \(reason(code))."
    }
  }

  static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}
