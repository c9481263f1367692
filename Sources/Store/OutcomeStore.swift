internal import GRDB
internal import Glibc
internal import Model

/// What is remembered of targets from run to run: one SQLite file, shared by runs at the same time.
package final class OutcomeStore: Sendable {
  private let path: String
  private let file: StoreFile
  private let queue: DatabaseQueue
  private let now: Int

  /// Opens a store, and makes it where there is none. What is damaged is moved aside; the caller
  /// goes on without a store then.
  ///
  /// - Parameter now: seconds since 1970; what was learnt later than that is not believed.
  package init(path: String, now: Int) throws(StoreTrouble) {
    self.path = path
    self.now = now
    var file = StoreFile(path)
    do throws(StoreTrouble) {
      if try !file.exists() {
        try file.makeFolder()
        try Self.create(file)
        _ = try file.exists()
      }
    } catch .corrupt {
      throw file.setAside(now: now)
    }
    self.file = file
    do {
      let queue = try DatabaseQueue(path: path, configuration: StoreSchema.configuration)
      let isSound = try queue.writeWithoutTransaction { database in
        guard try StoreSchema.isSound(database) else { return false }
        try StoreSchema.setJournal(of: database)
        return true
      }
      guard isSound else {
        try? queue.close()
        throw file.setAside(now: now)
      }
      self.queue = queue
    } catch let trouble as StoreTrouble {
      throw trouble
    } catch {
      throw Self.trouble(error, file, now)
    }
  }

  /// What is remembered of some targets, in their order; none of an unknown one, and of one whose
  /// row is not as our own hand writes it.
  package func outcomes(
    of keys: [TargetKey], under policy: ProbePolicy
  ) throws(StoreTrouble) -> [StoredOutcome?] {
    try perform { database in
      let statement = try database.cachedStatement(sql: StoreSchema.select)
      var found: [StoredOutcome?] = []
      // One lock for all look-ups instead of one for each.
      try database.inTransaction(.deferred) {
        var memo = FactsMemo()
        found = try keys.map { try self.outcome(statement, policy, $0, &memo) }
        return .commit
      }
      return found
    }
  }

  /// Writes outcomes, all or none; those that are there are replaced.
  package func save(_ outcomes: [StoredOutcome]) throws(StoreTrouble) {
    try perform { try Self.write(outcomes, to: $0) }
  }

  /// Makes outcomes and writes them, later and on the store's own thread; never waits.
  package func save(
    _ outcomes: @escaping @Sendable () -> [StoredOutcome],
    onTrouble: @escaping @Sendable (StoreTrouble) -> Void
  ) {
    queue.asyncWriteWithoutTransaction { [file, now] database in
      do {
        try Self.write(outcomes(), to: database)
      } catch {
        onTrouble(Self.trouble(error, file, now))
      }
    }
  }

  /// Returns when all that was to be saved is written.
  package func wait() { queue.writeWithoutTransaction { _ in } }

  /// Goes through all that is remembered, by key; unsound rows are left out.
  package func forEach(_ body: (StoredOutcome) -> Void) throws(StoreTrouble) {
    try perform { database in
      let rows = try Row.fetchCursor(database, sql: StoreSchema.selectAll)
      var memo = FactsMemo()
      while let row = try rows.next() {
        if let outcome = Self.outcome(in: row, &memo), outcome.isSound(at: self.now) {
          body(outcome)
        }
      }
    }
  }

  /// Forgets what was learnt before a time, and what is unsound; gives the number of rows.
  package func prune(before time: Int) throws(StoreTrouble) -> Int {
    try perform { database in
      try database.execute(
        sql: "DELETE FROM outcome WHERE checked < ? OR checked > ?",
        arguments: [time, self.now + StoredOutcome.tolerance])
      let count = database.changesCount
      try database.execute(sql: "VACUUM")
      return count
    }
  }

  /// Takes over outcomes from elsewhere: of two, the one that was learnt later. Gives how many.
  package func merge(_ outcomes: [StoredOutcome]) throws(StoreTrouble) -> Int {
    try perform { database in
      var newer: [StoredOutcome] = []
      let statement = try database.cachedStatement(sql: StoreSchema.select)
      var memo = FactsMemo()
      for outcome in outcomes where outcome.isSound(at: self.now) {
        let own = try self.outcome(statement, outcome.policy, outcome.key, &memo)
        if let own, own.learntAt >= outcome.learntAt { continue }
        newer.append(outcome)
      }
      try Self.write(newer, to: database)
      return newer.count
    }
  }

  /// The bytes of the file.
  package var size: Int {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Folds the journal into the file, so that one file is all there is to keep, and closes it.
  package func close() {
    queue.writeWithoutTransaction { database in
      // Another run that reads may keep the journal; its end folds it then.
      try? database.execute(sql: "PRAGMA busy_timeout = 100; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try? queue.close()
  }

  private static func create(_ file: StoreFile) throws(StoreTrouble) {
    let new = "\(file.path).new-\(getpid())"
    unlink(new)
    do {
      let queue = try DatabaseQueue(path: new, configuration: StoreSchema.configuration)
      try queue.write { try StoreSchema.create(in: $0) }
      try queue.close()
    } catch {
      unlink(new)
      throw .failed(path: file.path, reason: reason(error))
    }
    try file.place(new)
  }

  private static func write(_ outcomes: [StoredOutcome], to database: Database) throws {
    guard !outcomes.isEmpty else { return }
    // A deferred transaction that begins to write after another's commit fails whatever the wait.
    try database.inTransaction(.immediate) {
      let statement = try database.cachedStatement(sql: StoreSchema.insert)
      // Neighbours in the file are written together.
      for outcome in outcomes.sorted(by: { $0.key < $1.key }) {
        let history = outcome.history
        try statement.execute(arguments: [
          outcome.policy.digits, outcome.key.digits, outcome.shownURL, outcome.verdict.rawValue,
          outcome.learntAt, outcome.facts.flatMap { FactsText.text(of: $0) },
          history.failing?.since, history.failing?.count ?? 0, history.proving?.since,
          history.proving?.count ?? 0, history.lastAlive, history.runs,
        ])
      }
      return .commit
    }
  }

  private func outcome(
    _ statement: Statement, _ policy: ProbePolicy, _ key: TargetKey, _ memo: inout FactsMemo
  ) throws -> StoredOutcome? {
    try statement.setArguments([policy.digits, key.digits])
    // The row is the cursor's and goes with it.
    let rows = try Row.fetchCursor(statement)
    return try withExtendedLifetime(rows) {
      try rows.next().flatMap { Self.outcome(in: $0, key, policy, &memo) }
        .flatMap { $0.isSound(at: now) ? $0 : nil }
    }
  }

  private func perform<Result>(
    _ work: (Database) throws -> Result
  ) throws(StoreTrouble) -> Result {
    do {
      return try queue.writeWithoutTransaction(work)
    } catch {
      throw Self.trouble(error, file, now)
    }
  }

  private static func trouble(_ error: any Error, _ file: StoreFile, _ now: Int) -> StoreTrouble {
    let code = (error as? DatabaseError)?.resultCode
    if code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB { return file.setAside(now: now) }
    return .failed(path: file.path, reason: reason(error))
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return switch error.resultCode {
    case .SQLITE_FULL: "there is no space left"
    case .SQLITE_READONLY: "it may not be written"
    case .SQLITE_CANTOPEN: "it cannot be opened for writing"
    case .SQLITE_BUSY: "another run holds it for too long"
    default: error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
  }
}
