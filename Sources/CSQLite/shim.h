// A typed door to SQLite's variadic configuration call.
#pragma once
#include <sqlite3.h>

// What SQLite advises for files that may come from others: https://www.sqlite.org/security.html
static inline int csqlite_distrust(sqlite3 *_Nonnull db) {
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1 << 20);
  int failed = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  failed |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  return failed;
}
