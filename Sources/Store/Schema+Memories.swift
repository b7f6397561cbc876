extension Schema {
  /// The version that brought ``memories``.
  static let versionOfMemories = 3

  /// Translation memories.
  static let memories = """
    -- Secret, so that nobody can make units whose hashes all fall together.
    INSERT OR IGNORE INTO fact VALUES ('hash-key', lower(hex(randomblob(16))));
    -- One row for all memories: another token after each write to any of them.
    INSERT OR IGNORE INTO revisions VALUES ('memories', 0, lower(hex(randomblob(8))));

    CREATE TABLE memory (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      -- Composed (NFC) and in small letters.
      folded TEXT NOT NULL UNIQUE,
      made_at INTEGER NOT NULL,
      -- The number that the next unit gets. None is given twice.
      next INTEGER NOT NULL,
      units INTEGER NOT NULL
    ) STRICT;

    -- The history of a memory: a row for each write, so that an index knows whether it was made
    -- from a state of this very memory, or from one of a copy that went on apart.
    CREATE TABLE memory_write (
      memory INTEGER NOT NULL, revision INTEGER NOT NULL, token INTEGER NOT NULL,
      next INTEGER NOT NULL,
      PRIMARY KEY (memory, revision)
    ) STRICT, WITHOUT ROWID;

    -- Numbers of units that are gone since a write: the first and the last of a run.
    CREATE TABLE removed (
      memory INTEGER NOT NULL, revision INTEGER NOT NULL, first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (memory, revision, first)
    ) STRICT, WITHOUT ROWID;

    -- Imports that changed something. The numbers they gave are first ..< next.
    CREATE TABLE import (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      memory INTEGER NOT NULL,
      document TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      first INTEGER NOT NULL,
      next INTEGER NOT NULL,
      root BLOB, header BLOB, trailing BLOB,
      read INTEGER NOT NULL, added INTEGER NOT NULL, unchanged INTEGER NOT NULL,
      replaced INTEGER NOT NULL, skipped INTEGER NOT NULL, rejected INTEGER NOT NULL,
      is_complete INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX import_memory ON import (memory);

    -- id: memory << 32 | number, so that a memory's units stand together in the file.
    CREATE TABLE unit (
      id INTEGER PRIMARY KEY,
      -- NULL: added by hand.
      import INTEGER,
      -- NULL: its number. Else the number whose place it took.
      position INTEGER,
      -- 1: changed by hand since the import.
      edited INTEGER,
      -- Seconds since 1970, UTC; NULL: unknown.
      changed INTEGER,
      -- Hash of the source segment.
      source INTEGER,
      tuid TEXT,
      -- What stands between the unit before and this one.
      preceding BLOB,
      -- The canonical XML.
      xml BLOB NOT NULL
    ) STRICT;
    CREATE INDEX unit_moved ON unit (id >> 32, position) WHERE position IS NOT NULL;

    -- By a hash of the XML.
    CREATE TABLE unit_hash (
      memory INTEGER NOT NULL, hash INTEGER NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (memory, hash, number)
    ) STRICT, WITHOUT ROWID;

    -- By a hash of tuid and source segment; units without a tuid are not here.
    CREATE TABLE unit_key (
      memory INTEGER NOT NULL, hash INTEGER NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (memory, hash, number)
    ) STRICT, WITHOUT ROWID;

    -- Units as they were before an import replaced them, to be put back by an undo.
    CREATE TABLE replaced (
      import INTEGER NOT NULL, position INTEGER NOT NULL,
      old_import INTEGER, edited INTEGER, changed INTEGER, source INTEGER, tuid TEXT,
      preceding BLOB, xml BLOB NOT NULL,
      PRIMARY KEY (import, position)
    ) STRICT;
    """
}
