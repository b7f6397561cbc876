import GRDB

/// An import into a memory in SQLite, or the rehearsal of one.
///
/// Units go straight into their table, behind the others; their hashes are sorted before they are
/// written, and what they are compared with is only what was there before.
final class SQLiteMemoryImport: MemoryImport {
  private let start: ImportStart
  private let hasher: SipHash
  /// `nil` in a rehearsal.
  private let writing: SQLiteMemoryWriting?
  private let memory: Memory?
  private let madeMemory: Bool
  /// `nil` where the memory has no units.
  private let old: OldUnits?
  private let writer: UnitWriter?
  private let first: Int
  private var next: Int
  /// Of the row in the table of imports, which is made with the first unit.
  private var importID: Int?
  private var counts = ImportCounts()
  private var open: [OpenUnit] = []
  private var hashes = HashRun()
  private var keys = HashRun()
  private var isFinished = false

  /// A unit that may replace one of those that were there.
  private struct OpenUnit {
    var number: Int
    var line: Int
    var changed: Int?
    var tuid: String
    var hashes: UnitHashes
  }

  /// - Parameter memory: `nil` in a rehearsal, for one that is not there.
  init(
    _ start: ImportStart, memory: Memory?, isNew: Bool = false, in reading: SQLiteMemoryReading,
    writing: SQLiteMemoryWriting? = nil
  ) throws {
    self.start = start
    self.memory = memory
    self.writing = writing
    madeMemory = isNew
    hasher = try reading.hasher()
    let first = try memory.map { try reading.nextNumber(of: $0.id) } ?? 1
    self.first = first
    next = first
    let db = reading.db
    old = try memory.flatMap { memory in
      memory.unitCount == 0 ? nil : try OldUnits(db, memory: memory.id, end: first)
    }
    writer = try writing.flatMap { _ in
      try memory.map { try UnitWriter(db, memory: $0.id) }
    }
  }

  func add(_ unit: borrowing IncomingUnit) throws -> AddOutcome {
    precondition(!isFinished, "an import takes no units once it is finished")
    try unit.check()
    counts.read += 1
    let found = hasher.hashes(unit)
    if let old, try old.meet(unit.xml, hash: found.xml) {
      counts.unchanged += 1
      return .unchanged
    }
    guard next < UnitID.end else { throw StoreError.noNumbersLeft(in: start.memory) }
    let number = next
    next += 1
    if let writer {
      try writer.insert(unit, source: found.source, number: number, importID: madeImport())
    }
    if start.isUpdate, let key = found.key, let old, try old.hasAny(key: key) {
      open.append(
        OpenUnit(
          number: number, line: unit.line, changed: unit.changed, tuid: unit.tuid ?? "",
          hashes: found))
      return .open
    }
    try settle(number, found)
    return .added
  }

  /// That a unit stays: its hashes go to the index.
  private func settle(_ number: Int, _ found: UnitHashes) throws {
    counts.added += 1
    guard writer != nil else { return }
    hashes.append(found.xml, number: number)
    if let key = found.key { keys.append(key, number: number) }
    if hashes.isFull { try flush() }
  }

  private func flush() throws {
    guard let writer else { return }
    try hashes.flush { try writer.indexXML($0, number: $1) }
    try keys.flush { try writer.indexKey($0, number: $1) }
  }

  private func madeImport() throws -> Int? {
    if importID == nil, let writing, let memory {
      importID = try writing.makeImport(start, memory: memory.id, first: first)
    }
    return importID
  }

  // MARK: The end

  func finish(
    _ end: ImportEnd, skipped: (SkippedUnit) throws -> Void
  ) throws -> ImportResult {
    precondition(!isFinished, "an import is finished once")
    isFinished = true
    for unit in open {
      switch try decide(unit) {
      case .added: try settle(unit.number, unit.hashes)
      case .replaced:
        try settle(unit.number, unit.hashes)
        counts.added -= 1
        counts.replaced += 1
      case .skipped:
        counts.skipped += 1
        try skipped(SkippedUnit(line: unit.line, tuid: unit.tuid))
      }
    }
    open = []
    try flush()
    counts.rejected = end.rejected
    counts.read += end.rejected
    guard let writing, let memory else {
      return ImportResult(counts: counts, importID: nil, memory: memory)
    }
    if counts.added + counts.replaced == 0 {
      // Whatever was skipped has left rows that are gone again.
      if let importID { try writing.run("DELETE FROM import WHERE id = ?", [importID]) }
      if madeMemory { try writing.forget(memory.id) }
      let rest = try writing.memory(id: memory.id)
      return ImportResult(counts: counts, importID: nil, memory: rest)
    }
    try writing.completeImport(importID ?? 0, next: next, counts: counts, end)
    try writing.grow(memory.id, by: counts.added, next: next)
    return ImportResult(
      counts: counts, importID: importID, memory: try writing.memory(id: memory.id))
  }

  private enum Decision {
    case added
    case replaced
    case skipped
  }

  private func decide(_ unit: OpenUnit) throws -> Decision {
    guard let old, let source = unit.hashes.source, let key = unit.hashes.key,
      let other = try old.meet(tuid: unit.tuid, source: source, key: key),
      let changed = unit.changed, let otherChanged = other.changed
    else { return .added }
    guard changed > otherChanged else {
      if let writer { try writing?.remover(of: writer.memory).drop(unit.number) }
      return .skipped
    }
    if let writer {
      try writing?.replace(
        other.number, with: unit.number, of: writer.memory, importID: importID ?? 0)
    }
    return .replaced
  }
}
