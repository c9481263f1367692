// Clang counts the pthread types to the first module that includes them.
internal import CCurl
internal import Glibc

/// A value behind a pthread mutex.
package final class Lock<Value>: @unchecked Sendable {
  // @unchecked: `value` is only touched while `mutex` is held. Synchronization.Mutex would serve,
  // but ThreadSanitizer reports false races on it (Swift 6.3, Linux).
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Guards the given value.
  package init(_ value: sending Value) {
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    self.value = value
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Runs the body with the value, alone.
  package func withLock<Answer>(_ body: (inout Value) -> Answer) -> Answer {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&value)
  }
}
