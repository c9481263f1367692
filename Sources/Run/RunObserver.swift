package import Probes
package import Store

/// What is told of a run while it goes on, on any thread.
package struct RunObserver: Sendable {
  /// Called now and then while links are probed; with none when that is over.
  package var onProgress: @Sendable (ProbeProgress?) -> Void = { _ in }
  /// Called when outcomes cannot be remembered; the run goes on.
  package var onTrouble: @Sendable (StoreTrouble) -> Void = { _ in }

  package init() {}
}
