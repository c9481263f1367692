import Glibc
import Patterns

/// Goes through the sources that were given, in their order, down to single files.
struct SourceWalk {
  private var sources: [Source] = []
  private var current = 0

  private enum Source {
    case standardInput
    case file(SourcePath)
    /// A folder or a pattern, with what was found first.
    case folder(FolderWalk, first: FolderWalk.Found?)
  }

  /// What is to be read next, and the position of the argument that led there.
  enum Step {
    case standardInput
    case file(SourcePath, isGiven: Bool, argument: Int)
    case fault(RecordFault)
  }

  /// Looks at each path, so that a fault of the command line shows before any work is done.
  ///
  /// - Throws: `SourceError`
  init(paths: [String]) throws(SourceError) {
    for path in paths { sources.append(try Self.source(path)) }
  }

  mutating func next() -> Step? {
    while current < sources.count {
      switch sources[current] {
      case .standardInput:
        current += 1
        return .standardInput
      case .file(let path):
        current += 1
        return .file(path, isGiven: true, argument: current - 1)
      case .folder(var walk, let first):
        let found = first ?? walk.next()
        sources[current] = .folder(walk, first: nil)
        switch found {
        case .file(let path): return .file(path, isGiven: false, argument: current)
        case .fault(let fault): return .fault(fault)
        case nil: current += 1
        }
      }
    }
    return nil
  }

  private static func source(_ given: String) throws(SourceError) -> Source {
    if given.utf8.elementsEqual("-".utf8) { return .standardInput }
    let path = SourcePath(given)
    let status: FileStatus
    do throws(InputFailure) {
      status = try FileStatus(path: path)
    } catch {
      if Glob.isPattern(given) { return try matches(given) }
      guard error != .system(ENOENT), error != .system(ENOTDIR) else {
        throw .notFound(path: given)
      }
      throw error.sourceError(given)
    }
    switch status.kind {
    case .folder:
      guard path.withCString({ access($0, R_OK | X_OK) }) == 0 else {
        throw InputFailure.system(errno).sourceError(given)
      }
      return .folder(FolderWalk(folder: path), first: nil)
    case .regular:
      guard path.withCString({ access($0, R_OK) }) == 0 else {
        throw InputFailure.system(errno).sourceError(given)
      }
      return .file(path)
    case .special(let kind): throw .notARegularFile(path: given, kind: kind)
    case .symlink: throw .notFound(path: given)
    }
  }

  private static func matches(_ pattern: String) throws(SourceError) -> Source {
    let glob: Glob
    do throws(GlobFault) {
      glob = try Glob(pattern)
    } catch {
      throw .badPattern(pattern: pattern, reason: error.reason)
    }
    guard (try? FileStatus(path: SourcePath(glob.base)))?.kind == .folder else {
      throw .noMatch(pattern: pattern)
    }
    var walk = FolderWalk(glob: glob)
    guard let first = walk.next() else { throw .noMatch(pattern: pattern) }
    return .folder(walk, first: first)
  }
}

extension InputFailure {
  func sourceError(_ path: String) -> SourceError {
    switch self {
    case .system(let number): .cannotOpen(path: path, reason: systemReason(number))
    case .compressedDataCut, .compressedDataDamaged: .cannotOpen(path: path, reason: sentence)
    }
  }
}
