internal import CSQLite
internal import GRDB

/// The one table, and how a connection is set up.
enum StoreSchema {
  /// `STET` in ASCII: what SQLite's file header calls us.
  static let applicationID = 0x5354_4554
  /// Of the table's shape.
  static let version = 1

  static let table = """
    CREATE TABLE outcome (
      policy TEXT NOT NULL,
      key TEXT NOT NULL,
      url TEXT NOT NULL,
      verdict TEXT NOT NULL,
      checked INTEGER NOT NULL,
      facts TEXT,
      failing_since INTEGER,
      failures INTEGER NOT NULL,
      proving_since INTEGER,
      proving_failures INTEGER NOT NULL,
      last_alive INTEGER,
      runs INTEGER NOT NULL,
      PRIMARY KEY (policy, key)
    ) STRICT, WITHOUT ROWID
    """

  static let columns = """
    policy, key, url, verdict, checked, facts, failing_since, failures, proving_since, \
    proving_failures, last_alive, runs
    """

  static let select = "SELECT \(columns) FROM outcome WHERE policy = ? AND key = ?"
  static let selectAll = "SELECT \(columns) FROM outcome ORDER BY key, policy"
  static let insert =
    "INSERT OR REPLACE INTO outcome (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  /// A connection that believes little of the file. https://www.sqlite.org/security.html
  static var configuration: GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.label = "store"
    configuration.prepareDatabase { database in
      if let connection = database.sqliteConnection, csqlite_distrust(connection) != SQLITE_OK {
        throw DatabaseError(resultCode: .SQLITE_ERROR, message: "the connection cannot be guarded")
      }
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA cache_size = -8000;
          """)
    }
    return configuration
  }

  /// Makes the table in a new file.
  static func create(in database: Database) throws {
    try database.execute(sql: table)
    try database.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version);")
  }

  /// Whether the file holds our table, nothing else, and is not damaged.
  static func isSound(_ database: Database) throws -> Bool {
    let found = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema")
    guard found.count == 1, found[0].utf8.elementsEqual(table.utf8) else { return false }
    return try String.fetchAll(database, sql: "PRAGMA quick_check(1)") == ["ok"]
  }

  /// Many readers and one writer at a time; where shared memory is not to be had, a plain journal.
  static func setJournal(of database: Database) throws {
    let mode = try? String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    if mode?.lowercased() != "wal" {
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
    }
    try database.execute(sql: "PRAGMA synchronous = NORMAL")
  }
}
