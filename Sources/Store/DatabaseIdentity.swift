import GRDB

/// What a database says of itself.
struct DatabaseIdentity: Equatable {
  var applicationID: Int
  var version: Int
  var isEmpty: Bool

  init(_ db: Database) throws {
    applicationID = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  /// Whether nobody has written to it yet: an empty file, or the beginning of a term base.
  var isBlank: Bool { isEmpty && applicationID == 0 && version == 0 }

  var isCurrent: Bool { applicationID == Schema.applicationID && version == Schema.version }

  /// - Throws: ``StoreError`` for another program's database, and for one of a later Yiming.
  func check(path: String) throws(StoreError) {
    if isBlank { return }
    guard applicationID == Schema.applicationID else { throw StoreError(.foreign, at: path) }
    if version > Schema.version {
      throw StoreError(
        .newer, at: path, ["found": "\(version)", "known": "\(Schema.version)"])
    }
  }
}
