import Foundation
import GRDB

/// One state of the memories in SQLite: valid within a transaction only.
class SQLiteMemoryReading: MemoryReading {
  let db: Database
  /// `false` for an older base, which nobody has written to since.
  private let hasTables: Bool

  init(_ db: Database) throws {
    self.db = db
    hasTables = try DatabaseIdentity(db).version >= Schema.versionOfMemories
  }

  func databaseID() throws -> String { try SQLiteReading(db).databaseID() }

  /// - Throws: `SQLITE_CORRUPT` where the base has lost its key.
  func hasher() throws -> SipHash {
    // Where there are no memories, there is nothing to compare either.
    let key =
      hasTables
      ? try String.fetchOne(db, sql: "SELECT value FROM fact WHERE name = 'hash-key'")
      : String(repeating: "0", count: 32)
    guard let hasher = key.flatMap(SipHash.init(key:)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no hash key")
    }
    return hasher
  }

  // MARK: Memories

  func memories() throws -> [Memory] { try memories("ORDER BY id", []) }

  func memory(named name: String) throws -> Memory? {
    try memories("WHERE folded = ?", [MemoryName.folded(name)]).first
  }

  func memory(id: Int) throws -> Memory? { try memories("WHERE id = ?", [id]).first }

  /// The number that the next unit gets.
  func nextNumber(of memory: Int) throws -> Int {
    let sql = "SELECT next FROM memory WHERE id = ?"
    return try Int.fetchOne(db, sql: sql, arguments: [memory]) ?? 1
  }

  private func memories(_ clause: String, _ arguments: StatementArguments) throws -> [Memory] {
    guard hasTables else { return [] }
    let sql = """
      SELECT id, name, units, (SELECT count(*) FROM import WHERE memory = memory.id), made_at
      FROM memory \(clause)
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      Memory(id: row[0], name: row[1], unitCount: row[2], importCount: row[3], madeAt: row[4])
    }
  }

  // MARK: States

  func state(of memory: Int) throws -> MemoryState? {
    guard hasTables else { return nil }
    let sql = """
      SELECT revision, token, next FROM memory_write WHERE memory = ?
      ORDER BY revision DESC LIMIT 1
      """
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [memory]) else { return nil }
    return MemoryState(
      databaseID: try databaseID(), memory: memory, revision: row[0], token: row[1],
      nextNumber: row[2])
  }

  func changes(of memory: Int, since state: MemoryState) throws -> MemoryChanges? {
    guard state.memory == memory, let now = try self.state(of: memory),
      state.databaseID == now.databaseID
    else { return nil }
    let past = try Row.fetchOne(
      db, sql: "SELECT token, next FROM memory_write WHERE memory = ? AND revision = ?",
      arguments: [memory, state.revision])
    guard let past, past[0] == state.token, past[1] == state.nextNumber else { return nil }
    let sql = """
      SELECT first, last FROM removed WHERE memory = ? AND revision > ? ORDER BY revision, first
      """
    let removed = try Row.fetchAll(db, sql: sql, arguments: [memory, state.revision]).map { row in
      let (first, last): (Int, Int) = (row[0], row[1])
      return first..<(max(first, last) + 1)
    }
    return MemoryChanges(firstNew: state.nextNumber, removed: removed, state: now)
  }

  // MARK: Units

  func eachUnit(
    of memory: Int, from number: Int, _ body: (borrowing UnitRow) throws -> Bool
  ) throws {
    guard hasTables else { return }
    let rows = try UnitRows(db, "id >= ?1 AND id < ?2 ORDER BY id")
    rows.bind([UnitID(memory, number).row, UnitID(memory, UnitID.end).row])
    defer { rows.reset() }
    while try rows.step() { if try !body(rows.row) { return } }
  }

  func eachUnitInOrder(of memory: Int, _ body: (borrowing UnitRow) throws -> Bool) throws {
    guard hasTables else { return }
    // Most stand where their number says; those that took another's place are merged in.
    let settled = try UnitRows(db, "id >= ?1 AND id < ?2 AND position IS NULL ORDER BY id")
    let moved = try UnitRows(
      db, "id >> 32 = ?1 AND position IS NOT NULL ORDER BY id >> 32, position")
    settled.bind([UnitID(memory, 0).row, UnitID(memory, UnitID.end).row])
    moved.bind([memory])
    defer {
      settled.reset()
      moved.reset()
    }
    var hasSettled = try settled.step()
    var hasMoved = try moved.step()
    while hasSettled || hasMoved {
      if hasSettled, !hasMoved || settled.position < moved.position {
        if try !body(settled.row) { return }
        hasSettled = try settled.step()
      } else {
        if try !body(moved.row) { return }
        hasMoved = try moved.step()
      }
    }
  }

  func unit(_ number: Int, of memory: Int) throws -> StoredUnit? {
    guard (0..<UnitID.end).contains(number) else { return nil }
    return try firstUnit("id = ?1", [UnitID(memory, number).row])
  }

  func neighbours(
    ofPosition position: Int, in memory: Int
  ) throws -> (before: StoredUnit?, after: StoredUnit?) {
    let place = UnitID(memory, min(max(0, position), UnitID.end)).row
    let moved = "id >> 32 = ?1 AND position IS NOT NULL AND position"
    let before = [
      try firstUnit(
        "id >= ?1 AND id < ?2 AND position IS NULL ORDER BY id DESC LIMIT 1",
        [UnitID(memory, 0).row, place]),
      try firstUnit(
        "\(moved) < ?2 ORDER BY id >> 32 DESC, position DESC LIMIT 1", [memory, position]),
    ]
    let after = [
      try firstUnit(
        "id > ?1 AND id < ?2 AND position IS NULL ORDER BY id LIMIT 1",
        [place, UnitID(memory, UnitID.end).row]),
      try firstUnit("\(moved) > ?2 ORDER BY id >> 32, position LIMIT 1", [memory, position]),
    ]
    return (
      before.compactMap(\.self).max { $0.position < $1.position },
      after.compactMap(\.self).min { $0.position < $1.position }
    )
  }

  private func firstUnit(_ clause: String, _ values: [Int]) throws -> StoredUnit? {
    guard hasTables else { return nil }
    let rows = try UnitRows(db, clause)
    rows.bind(values)
    defer { rows.reset() }
    return try rows.step() ? StoredUnit(rows.row) : nil
  }

  // MARK: Imports

  func imports(of memory: Int) throws -> [ImportedDocument] {
    guard hasTables else { return [] }
    let sql = """
      SELECT id, document, made_at, read, added, unchanged, replaced, skipped, rejected, is_complete,
      root, header, trailing FROM import WHERE memory = ? ORDER BY id
      """
    return try Row.fetchAll(db, sql: sql, arguments: [memory]).map { row in
      func bytes(_ column: Int) -> [UInt8] { (row[column] as Data?).map { Array($0) } ?? [] }
      return ImportedDocument(
        id: row[0], document: row[1], madeAt: row[2],
        counts: ImportCounts(
          read: row[3], added: row[4], unchanged: row[5], replaced: row[6], skipped: row[7],
          rejected: row[8]),
        isComplete: row[9], root: bytes(10), header: bytes(11), trailing: bytes(12))
    }
  }

  func rehearseImport(_ start: ImportStart) throws -> any MemoryImport {
    try MemoryName.check(start.memory)
    return try SQLiteMemoryImport(start, memory: memory(named: start.memory), in: self)
  }
}
