import GRDB

/// Takes units of one memory out of their table and its indexes.
final class UnitRemover {
  private let memory: Int
  private let hasher: SipHash
  private let selection: RawStatement
  private let hashDeletion: RawStatement
  private let keyDeletion: RawStatement
  private let deletion: RawStatement
  private let keeping: RawStatement
  private let placing: RawStatement

  init(_ db: Database, memory: Int, hasher: SipHash) throws {
    self.memory = memory
    self.hasher = hasher
    selection = try RawStatement(db, "SELECT tuid, source, xml FROM unit WHERE id = ?1")
    let row = "WHERE memory = ?1 AND hash = ?2 AND number = ?3"
    hashDeletion = try RawStatement(db, "DELETE FROM unit_hash \(row)")
    keyDeletion = try RawStatement(db, "DELETE FROM unit_key \(row)")
    deletion = try RawStatement(db, "DELETE FROM unit WHERE id = ?1")
    keeping = try RawStatement(
      db,
      """
      INSERT INTO replaced
        (import, position, old_import, edited, changed, source, tuid, preceding, xml)
      SELECT ?1, coalesce(position, ?2), import, edited, changed, source, tuid, preceding, xml
      FROM unit WHERE id = ?3
      """)
    placing = try RawStatement(
      db,
      """
      UPDATE unit SET (position, preceding) = (
        SELECT coalesce(o.position, ?1), coalesce(unit.preceding, o.preceding)
        FROM unit AS o WHERE o.id = ?2)
      WHERE id = ?3
      """)
  }

  /// Removes a unit with its hashes. Whether it was there.
  func takeOut(_ number: Int) throws -> Bool {
    let hashes: UnitHashes
    do {
      defer { selection.reset() }
      selection.bind(UnitID(memory, number).row, at: 1)
      guard try selection.step() else { return false }
      hashes = hasher.hashes(
        xml: UnsafeRawBufferPointer(selection.bytes(2)), tuid: selection.bytes(0),
        source: selection.integer(1).map { Int64($0) })
    }
    try delete(hashDeletion, hashes.xml, number)
    if let key = hashes.key { try delete(keyDeletion, key, number) }
    try drop(number)
    return true
  }

  private func delete(_ statement: RawStatement, _ hash: Int64, _ number: Int) throws {
    statement.bind(memory, at: 1)
    statement.bind(hash, at: 2)
    statement.bind(number, at: 3)
    try statement.run()
  }

  /// Removes a unit that has no hashes in the indexes yet.
  func drop(_ number: Int) throws {
    deletion.bind(UnitID(memory, number).row, at: 1)
    try deletion.run()
  }

  /// Gives an old unit's place to a new one, keeps the old one for an undo, and takes it out.
  func replace(_ old: Int, with new: Int, importID: Int) throws {
    let oldRow = UnitID(memory, old).row
    keeping.bind(importID, at: 1)
    keeping.bind(old, at: 2)
    keeping.bind(oldRow, at: 3)
    try keeping.run()
    placing.bind(old, at: 1)
    placing.bind(oldRow, at: 2)
    placing.bind(UnitID(memory, new).row, at: 3)
    try placing.run()
    _ = try takeOut(old)
  }
}
