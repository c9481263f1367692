/// What an engine's loop does besides moving bytes. Lives on the loop's thread alone.
package protocol LoopWork: SendableMetatype {
  /// What other threads send to it.
  associatedtype Message: Sendable

  /// Takes a message.
  mutating func receive(_ message: Message, on core: inout Core)
  /// Takes the reply to a request that was started with the given number.
  mutating func complete(_ id: Int, _ reply: Reply, on core: inout Core)
  /// Starts what can be started. Called after every batch of messages and replies.
  /// - Returns: when it wants to be called even if nothing happens.
  mutating func turn(on core: inout Core) -> ContinuousClock.Instant?
}
