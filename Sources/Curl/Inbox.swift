internal import CCurl

/// Where other threads leave what the loop is to know.
final class Inbox<Message: Sendable>: Sendable {
  private let state = Lock(State())

  private struct State: @unchecked Sendable {
    // @unchecked: curl_multi_wakeup may be called from any thread, and `multi` is only used here,
    // under the lock, which `detach` takes before the handle is freed.
    var multi: UnsafeMutableRawPointer?
    var mail = Mail()
  }

  /// What has been left since it was last emptied.
  struct Mail {
    var messages: [Message] = []
    var names: [(id: Int, answer: TransferFailure.NameAnswer)] = []
    var isClosed = false

    var isEmpty: Bool { messages.isEmpty && names.isEmpty && !isClosed }
  }

  func attach(_ multi: UnsafeMutableRawPointer) {
    state.withLock { state in
      state.multi = multi
      if !state.mail.isEmpty { curl_multi_wakeup(multi) }
    }
  }

  func detach() { state.withLock { $0.multi = nil } }

  /// Leaves something, and wakes the loop if it cannot have been awake for it.
  func post(_ change: (inout Mail) -> Void) {
    state.withLock { state in
      let wasEmpty = state.mail.isEmpty
      change(&state.mail)
      if wasEmpty, let multi = state.multi { curl_multi_wakeup(multi) }
    }
  }

  func empty() -> Mail {
    state.withLock { state in
      guard !state.mail.isEmpty else { return Mail() }
      let mail = state.mail
      state.mail = Mail()
      state.mail.isClosed = mail.isClosed
      return mail
    }
  }
}
