/// One event loop on a thread of its own, doing the given work over libcurl.
package final class Engine<Work: LoopWork>: Sendable {
  private let inbox: Inbox<Work.Message>

  /// Starts the loop. The work is made on the loop's thread and never leaves it.
  package init(_ configuration: Configuration, work: @escaping @Sendable () -> Work) {
    let inbox = Inbox<Work.Message>()
    self.inbox = inbox
    let hasStarted = Thread.start { Self.run(configuration, inbox, work()) }
    precondition(hasStarted, "no thread for the event loop")
  }

  deinit { close() }

  /// Sends a message to the work; may be called from any thread.
  package func post(_ message: Work.Message) { inbox.post { $0.messages.append(message) } }

  /// Ends the loop; requests under way are dropped.
  package func close() { inbox.post { $0.isClosed = true } }

  private static func run(
    _ configuration: Configuration, _ inbox: Inbox<Work.Message>, _ given: Work
  ) {
    var work = given
    let asker = NameAsker { id, answer in inbox.post { $0.names.append((id, answer)) } }
    guard var core = Core(configuration, asker: asker) else {
      preconditionFailure("libcurl has no memory for its first handle")
    }
    inbox.attach(core.multi)
    while true {
      core.readClock()
      let mail = inbox.empty()
      if mail.isClosed { break }
      for message in mail.messages { work.receive(message, on: &core) }
      for (id, answer) in mail.names {
        if let reply = core.reply(id, answer) { work.complete(id, reply, on: &core) }
      }
      for (id, reply) in core.perform() { work.complete(id, reply, on: &core) }
      core.wait(until: work.turn(on: &core))
    }
    inbox.detach()
  }
}
