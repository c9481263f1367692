// Clang counts socket types to the first module that includes them.
internal import CCurl
internal import Glibc

/// Asks the resolver why a name could not be resolved, which libcurl does not tell.
///
/// getaddrinfo waits, so each question has a thread of its own, eight at a time.
final class NameAsker: Sendable {
  private let state = Lock(State())
  private let answer: @Sendable (Int, TransferFailure.NameAnswer) -> Void

  private struct State {
    var questions: [(id: Int, name: String)] = []
    var threads = 0
  }

  init(_ answer: @escaping @Sendable (Int, TransferFailure.NameAnswer) -> Void) {
    self.answer = answer
  }

  /// Asks for a name; the answer comes on another thread.
  func ask(_ name: String, id: Int) {
    let needsThread = state.withLock { state in
      state.questions.append((id, name))
      guard state.threads < 8 else { return false }
      state.threads += 1
      return true
    }
    if needsThread, !Thread.start({ self.work() }) { work() }
  }

  private func work() {
    while let question = next() { answer(question.id, Self.answer(question.name)) }
  }

  private func next() -> (id: Int, name: String)? {
    state.withLock { state in
      guard let question = state.questions.popLast() else {
        state.threads -= 1
        return nil
      }
      return question
    }
  }

  private static func answer(_ name: String) -> TransferFailure.NameAnswer {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(name, nil, &hints, &found)
    if let found { freeaddrinfo(found) }
    return switch code {
    case EAI_NONAME: .noSuchName
    // EAI_NODATA, which Glibc does not export to Swift.
    case -5: .noAddress
    default: .tryAgain
    }
  }
}
