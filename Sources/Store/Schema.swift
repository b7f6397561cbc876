import GRDB

/// The tables, and the steps that lead to them.
enum Schema {
  /// "Yimg" in ASCII: marks a file as a term base of Yiming (`PRAGMA application_id`).
  static let applicationID = 0x5969_6D67

  /// Of a new base, in bytes. Units of some hundred bytes fill large pages better: importing
  /// 100,000 of them takes 0.75 of the time with pages of SQLite's usual 4 KiB (measured 2026-11).
  static let pageSize = 16_384

  /// What this program writes (`PRAGMA user_version`): one more with each step.
  static var version: Int { steps.count }

  /// Step *n* makes version *n* + 1. A step that has been released is never changed: add another.
  static let steps: [String] = [
    """
    -- Small facts, by name: the database's id.
    CREATE TABLE fact (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- One row for the terms, later one for each memory. The token is another after each write, so
    -- that copies of a base that went on apart can be told from each other.
    CREATE TABLE revisions (
      name TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, token TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- By number they stand in the order in which they were first put.
    CREATE TABLE concept (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      kind TEXT,
      is_familiar INTEGER NOT NULL,
      domain TEXT NOT NULL,
      source TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;

    CREATE TABLE term (
      concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      language TEXT NOT NULL,
      status TEXT NOT NULL,
      type TEXT NOT NULL,
      PRIMARY KEY (concept, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX term_text ON term (text);

    -- Cues and rivals.
    CREATE TABLE context_word (
      concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
      role TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (concept, role, position)
    ) STRICT, WITHOUT ROWID;

    -- Columns of glossary files that the model does not know.
    CREATE TABLE other_field (
      concept INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (concept, position)
    ) STRICT, WITHOUT ROWID;

    INSERT INTO revisions VALUES ('terms', 0, lower(hex(randomblob(8))));
    INSERT INTO fact VALUES ('database-id', lower(hex(randomblob(16))));
    """,
    """
    -- Decisions about forms: where they are no names, or always are. They belong to the terms'
    -- revision.
    CREATE TABLE form_exception (
      form TEXT NOT NULL,
      rule TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (form, rule, text)
    ) STRICT, WITHOUT ROWID;
    """,
    memories,
  ]

  /// Brings a database that is ours, or empty, to the present version. Within a transaction.
  static func migrate(_ db: Database, from version: Int) throws {
    for step in steps[version...] { try db.execute(sql: step) }
    try db.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Self.version)")
  }
}
