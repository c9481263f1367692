import Glibc

/// Runs another program to its end, without a shell in between.
enum ChildProcess {
  /// The status of a program that could not be started.
  static let notStarted: Int32 = -1

  /// What of the environment a program gets: enough to find itself and its settings.
  private static let variables = [
    "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM",
    "GIT_DIR", "GIT_WORK_TREE", "HOME", "PATH", "XDG_CONFIG_HOME",
  ]

  /// - Parameter receive: gets standard output piece by piece.
  /// - Returns: the exit status, 128 and more for a signal, and the head of standard error.
  static func run(
    _ program: String, _ arguments: [String], _ receive: (ArraySlice<UInt8>) -> Void
  ) -> (status: Int32, errors: [UInt8]) {
    guard let out = Pipe(), let err = Pipe() else { return (notStarted, []) }
    defer {
      out.close()
      err.close()
    }
    guard let child = start(program, arguments, out: out.write, err: err.write) else {
      return (notStarted, [])
    }
    out.closeWrite()
    err.closeWrite()
    var errors: [UInt8] = []
    var streams = [
      pollfd(fd: out.read, events: Int16(POLLIN), revents: 0),
      pollfd(fd: err.read, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while streams.contains(where: { $0.fd >= 0 }) {
      guard poll(&streams, 2, -1) >= 0 || errno == EINTR else { break }
      for index in streams.indices where streams[index].fd >= 0 && streams[index].revents != 0 {
        let count = read(streams[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          streams[index].fd = -1
          continue
        }
        if index == 0 {
          receive(buffer[..<count])
        } else if errors.count < 4_096 {
          errors += buffer[..<count]
        }
      }
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return (signal == 0 ? status >> 8 & 0xFF : 128 + signal, errors)
  }

  private static func start(
    _ program: String, _ arguments: [String], out: Int32, err: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0
    else { return nil }
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out, 1)
    posix_spawn_file_actions_adddup2(&actions, err, 2)
    // The signals that this program blocks or ignores are none of the child's business.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var environment = variables.compactMap { name in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    environment += ["LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"]
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child = pid_t()
    let code = posix_spawnp(&child, program, &actions, &attributes, argv, envp)
    return code == 0 ? child : nil
  }

  /// The two ends of a pipe, neither of which a child inherits.
  private final class Pipe {
    let read: Int32
    private(set) var write: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      read = ends[0]
      write = ends[1]
    }

    func closeWrite() {
      if write >= 0 { Glibc.close(write) }
      write = -1
    }

    func close() {
      closeWrite()
      Glibc.close(read)
    }
  }
}
