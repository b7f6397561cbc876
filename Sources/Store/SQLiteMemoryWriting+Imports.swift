import Foundation
import GRDB

extension SQLiteMemoryWriting {
  func startImport(_ start: ImportStart) throws -> any MemoryImport {
    let old = try memory(named: start.memory)
    let memory = try old ?? makeMemory(named: start.memory)
    return try SQLiteMemoryImport(
      start, memory: memory, isNew: old == nil, in: self, writing: self)
  }

  /// Makes the row of an import; what it did comes with ``completeImport(_:next:counts:_:)``.
  func makeImport(_ start: ImportStart, memory: Int, first: Int) throws -> Int {
    try run(
      """
      INSERT INTO import (memory, document, made_at, first, next, root, header, read, added,
        unchanged, replaced, skipped, rejected, is_complete)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0)
      """,
      [
        memory, start.document, Self.now, first, first, Self.blob(start.root),
        Self.blob(start.header),
      ])
    return Int(db.lastInsertedRowID)
  }

  func completeImport(_ id: Int, next: Int, counts: ImportCounts, _ end: ImportEnd) throws {
    try run(
      """
      UPDATE import SET next = ?, read = ?, added = ?, unchanged = ?, replaced = ?, skipped = ?,
        rejected = ?, is_complete = ?, trailing = ?, header = coalesce(?, header)
      WHERE id = ?
      """,
      [
        next, counts.read, counts.added, counts.unchanged, counts.replaced, counts.skipped,
        counts.rejected, end.isComplete, Self.blob(end.trailing),
        end.header.flatMap(Self.blob), id,
      ])
  }

  private static func blob(_ bytes: [UInt8]) -> Data? { bytes.isEmpty ? nil : Data(bytes) }

  /// Gives an old unit's place to a new one, and keeps the old one for an undo.
  func replace(_ old: Int, with new: Int, of memory: Int, importID: Int) throws {
    try remover(of: memory).replace(old, with: new, importID: importID)
    try noteRemoved(old..<(old + 1), of: memory)
  }

  // MARK: Undo

  func undoLastImport(of memory: Int) throws -> UndoResult {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, document, first, next FROM import WHERE memory = ? ORDER BY id DESC LIMIT 1
        """, arguments: [memory])
    guard let row else {
      let name = try self.memory(id: memory)?.name ?? "\(memory)"
      throw StoreError(.nothingToUndo, at: nil, ["name": name])
    }
    let (id, document): (Int, String) = (row[0], row[1])
    let (first, next): (Int, Int) = (row[2], row[3])
    // What was changed by hand stands for itself from now on.
    let moved = "id >> 32 = ? AND position IS NOT NULL AND import = ?"
    try run(
      "UPDATE unit SET import = NULL, edited = NULL WHERE \(moved) AND edited = 1", [memory, id])
    let kept = db.changesCount
    let restored = try restore(id, memory: memory)
    let removed =
      try removeRange(first..<next, memory: memory) + removeMoved(moved, id, memory: memory)
    try run("DELETE FROM replaced WHERE import = ?", [id])
    try run("DELETE FROM import WHERE id = ?", [id])
    // Those that took a place had been counted in it.
    try grow(memory, by: -removed)
    let isEmpty =
      try Bool.fetchOne(
        db,
        sql: """
          SELECT units = 0 AND NOT EXISTS (SELECT * FROM import WHERE memory = memory.id)
          FROM memory WHERE id = ?
          """, arguments: [memory]) ?? false
    if isEmpty { try forget(memory) }
    return UndoResult(
      document: document, removed: removed + restored, restored: restored, kept: kept,
      isMemoryRemoved: isEmpty)
  }

  /// Puts back what an import replaced, where what replaced it still stands; the number of units.
  private func restore(_ importID: Int, memory: Int) throws -> Int {
    let sql = """
      SELECT r.position, u.id FROM replaced AS r JOIN unit AS u
        ON u.id >> 32 = ?1 AND u.position IS NOT NULL AND u.position = r.position
      WHERE r.import = ?2 AND u.import = ?2 ORDER BY u.id
      """
    // By number of the unit that goes, so that they make one run.
    let pairs = try Row.fetchAll(db, sql: sql, arguments: [memory, importID]).map { row in
      (position: row[0] as Int, number: UnitID(row: row[1]).number)
    }
    let writer = try UnitWriter(db, memory: memory)
    let hasher = try hasher()
    var number = try nextNumber(of: memory)
    let selection = try RawStatement(
      db, "SELECT tuid, source, xml FROM replaced WHERE import = ?1 AND position = ?2")
    let insertion = try RawStatement(
      db,
      """
      INSERT INTO unit (id, import, position, edited, changed, source, tuid, preceding, xml)
      SELECT ?3, old_import, position, edited, changed, source, tuid, preceding, xml
      FROM replaced WHERE import = ?1 AND position = ?2
      """)
    for (position, replacement) in pairs {
      try takeOut(replacement, of: memory)
      for statement in [selection, insertion] {
        statement.bind(importID, at: 1)
        statement.bind(position, at: 2)
      }
      insertion.bind(UnitID(memory, number).row, at: 3)
      try insertion.run()
      defer { selection.reset() }
      if try selection.step() {
        let hashes = hasher.hashes(
          xml: UnsafeRawBufferPointer(selection.bytes(2)), tuid: selection.bytes(0),
          source: selection.integer(1).map { Int64($0) })
        try writer.index(hashes, number: number)
      }
      number += 1
    }
    if !pairs.isEmpty { try grow(memory, by: 0, next: number) }
    return pairs.count
  }

  /// Removes the units with the numbers that an import gave; how many there were.
  private func removeRange(_ numbers: Range<Int>, memory: Int) throws -> Int {
    let bounds = [
      UnitID(memory, numbers.lowerBound).row, UnitID(memory, numbers.upperBound).row,
    ]
    let sql = "SELECT units FROM memory WHERE id = ?"
    let units = try Int.fetchOne(db, sql: sql, arguments: [memory]) ?? 0
    // A few are looked up in the indexes; of many it is quicker to pass over the indexes once.
    if numbers.count < units / 8 {
      let sql = "SELECT id FROM unit WHERE id >= ? AND id < ? ORDER BY id"
      let ids = try Int.fetchAll(db, sql: sql, arguments: StatementArguments(bounds))
      for id in ids { try takeOut(UnitID(row: id).number, of: memory) }
      return ids.count
    }
    try run("DELETE FROM unit WHERE id >= ? AND id < ?", bounds)
    let count = db.changesCount
    for table in ["unit_hash", "unit_key"] {
      try run(
        "DELETE FROM \(table) WHERE memory = ? AND number >= ? AND number < ?",
        [memory, numbers.lowerBound, numbers.upperBound])
    }
    try noteRemoved(numbers, of: memory)
    return count
  }

  /// Removes units of an import that an earlier undo put back under other numbers.
  private func removeMoved(_ clause: String, _ importID: Int, memory: Int) throws -> Int {
    let sql = "SELECT id FROM unit WHERE \(clause) ORDER BY id"
    let ids = try Int.fetchAll(db, sql: sql, arguments: [memory, importID])
    for id in ids { try takeOut(UnitID(row: id).number, of: memory) }
    return ids.count
  }
}
