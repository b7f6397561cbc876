import Foundation
import GRDB

/// A write to the memories in SQLite, valid within its transaction only.
final class SQLiteMemoryWriting: SQLiteMemoryReading, MemoryWriting {
  private var hasChanged = false
  private var histories: [Int: History] = [:]
  private var removers: [Int: UnitRemover] = [:]

  /// What a write does to one memory.
  private struct History {
    var revision: Int
    /// Removed numbers that are not written yet.
    var run: Range<Int>?
  }

  func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?] = []) throws {
    let statement = try db.cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(values))
  }

  // MARK: Memories

  func makeMemory(named name: String) throws -> Memory {
    try MemoryName.check(name)
    try checkFree(name)
    try run(
      "INSERT INTO memory (name, folded, made_at, next, units) VALUES (?, ?, ?, 1, 0)",
      [name, MemoryName.folded(name), Self.now])
    let id = Int(db.lastInsertedRowID)
    try touch(id)
    return try existing(id)
  }

  func rename(_ memory: Int, to name: String) throws {
    try MemoryName.check(name)
    let old = try existing(memory)
    if old.name == name { return }
    // Another case of its own name is free.
    if MemoryName.folded(name) != MemoryName.folded(old.name) { try checkFree(name) }
    try run(
      "UPDATE memory SET name = ?, folded = ? WHERE id = ?",
      [name, MemoryName.folded(name), memory])
    hasChanged = true
  }

  func remove(_ memory: Int) throws {
    _ = try existing(memory)
    try forget(memory)
    hasChanged = true
  }

  /// Takes all traces of a memory out.
  func forget(_ memory: Int) throws {
    try run(
      "DELETE FROM replaced WHERE import IN (SELECT id FROM import WHERE memory = ?)", [memory])
    try run(
      "DELETE FROM unit WHERE id >= ? AND id < ?",
      [UnitID(memory, 0).row, UnitID(memory, UnitID.end).row])
    for table in ["unit_hash", "unit_key", "removed", "memory_write", "import"] {
      try run("DELETE FROM \(table) WHERE memory = ?", [memory])
    }
    try run("DELETE FROM memory WHERE id = ?", [memory])
    histories[memory] = nil
  }

  private func existing(_ memory: Int) throws -> Memory {
    if let found = try self.memory(id: memory) { return found }
    throw StoreError(.noMemory, at: nil, ["name": "\(memory)", "names": "others"])
  }

  private func checkFree(_ name: String) throws {
    guard let other = try memory(named: name) else { return }
    throw StoreError(.memoryExists, at: nil, ["name": other.name])
  }

  static var now: Int { Int(Date().timeIntervalSince1970) }

  // MARK: Units

  func add(_ unit: IncomingUnit, to memory: Int) throws -> Int {
    let number = try insert(unit, memory: memory)
    try grow(memory, by: 1, next: number + 1)
    return number
  }

  func edit(_ number: Int, of memory: Int, to unit: IncomingUnit) throws -> Int {
    let old = try existingUnit(number, of: memory)
    var unit = unit
    // What stands between two units belongs to the place.
    if unit.preceding.isEmpty { unit.preceding = old.preceding }
    let new = try insert(
      unit, memory: memory, importID: old.importID, position: old.position,
      isEdited: old.importID != nil)
    try takeOut(number, of: memory)
    try grow(memory, by: 0, next: new + 1)
    return new
  }

  func removeUnit(_ number: Int, of memory: Int) throws {
    _ = try existingUnit(number, of: memory)
    try takeOut(number, of: memory)
    try grow(memory, by: -1)
  }

  private func existingUnit(_ number: Int, of memory: Int) throws -> StoredUnit {
    let found = try existing(memory)
    if let unit = try unit(number, of: memory) { return unit }
    throw StoreError(.noUnit, at: nil, ["number": "\(number)", "name": found.name])
  }

  private func insert(
    _ unit: IncomingUnit, memory: Int, importID: Int? = nil, position: Int? = nil,
    isEdited: Bool = false
  ) throws -> Int {
    let found = try existing(memory)
    try unit.check()
    let number = try nextNumber(of: memory)
    guard number < UnitID.end else { throw StoreError.noNumbersLeft(in: found.name) }
    let writer = try UnitWriter(db, memory: memory)
    let hashes = try hasher().hashes(unit)
    try writer.insert(
      unit, source: hashes.source, number: number, importID: importID, position: position,
      isEdited: isEdited)
    try writer.index(hashes, number: number)
    return number
  }

  /// Writes down how many units there are, and which numbers were given.
  func grow(_ memory: Int, by count: Int, next: Int? = nil) throws {
    try run(
      "UPDATE memory SET units = units + ?, next = coalesce(?, next) WHERE id = ?",
      [count, next, memory])
    try touch(memory)
  }

  /// Removes a unit and tells indexes of it; the count is the caller's.
  func takeOut(_ number: Int, of memory: Int) throws {
    guard try remover(of: memory).takeOut(number) else { return }
    try noteRemoved(number..<(number + 1), of: memory)
  }

  /// Made once, for it is used unit by unit.
  func remover(of memory: Int) throws -> UnitRemover {
    if let remover = removers[memory] { return remover }
    let remover = try UnitRemover(db, memory: memory, hasher: hasher())
    removers[memory] = remover
    return remover
  }

  // MARK: History

  /// That a memory is changed by this write.
  func touch(_ memory: Int) throws {
    hasChanged = true
    if histories[memory] == nil {
      let last = try state(of: memory)?.revision ?? 0
      histories[memory] = History(revision: last + 1)
    }
  }

  func noteRemoved(_ numbers: Range<Int>, of memory: Int) throws {
    try touch(memory)
    if let run = histories[memory]?.run {
      if run.upperBound == numbers.lowerBound {
        histories[memory]?.run = run.lowerBound..<numbers.upperBound
        return
      }
      try writeRun(of: memory)
    }
    histories[memory]?.run = numbers
  }

  private func writeRun(of memory: Int) throws {
    guard let history = histories[memory], let run = history.run else { return }
    // Two runs of one write may begin alike, where one holds numbers that were gone before.
    try self.run(
      """
      INSERT INTO removed VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT DO UPDATE SET last = max(last, excluded.last)
      """,
      [memory, history.revision, run.lowerBound, run.upperBound - 1])
    histories[memory]?.run = nil
  }

  /// Writes the history and raises the revision where something was changed: the last thing before
  /// the commit.
  func finish() throws {
    guard hasChanged else { return }
    for (memory, history) in histories {
      try writeRun(of: memory)
      try run(
        """
        INSERT INTO memory_write (memory, revision, token, next)
        SELECT id, ?, random(), next FROM memory WHERE id = ?
        """, [history.revision, memory])
    }
    try run(
      """
      UPDATE revisions SET revision = revision + 1, token = lower(hex(randomblob(8)))
      WHERE name = 'memories'
      """)
  }
}
