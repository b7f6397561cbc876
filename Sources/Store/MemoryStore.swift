/// A person's or a team's translation memories.
///
///     try store.writeMemories { try $0.add(unit, to: memory.id) }
///     let memories = try store.readMemories { try $0.memories() }
///
/// What every store promises, and `MemoryContract` in the tests holds it to: what ``TermBaseStore``
/// promises of writes and reads; and
///
/// - units come back byte for byte, with what stood between them, in the order of their file;
/// - numbers of units are never given twice in a memory, and a unit that is changed gets a new one;
/// - each write that changes a memory adds one to its history, in the same step.
public protocol MemoryStore: Sendable {
  /// Looks at one state of the memories.
  ///
  /// - Parameter body: may be called again, from the start, where another process wrote meanwhile;
  ///   so it must not do anything but read.
  /// - Throws: ``StoreError``, or what `body` throws.
  func readMemories<Answer>(_ body: (any MemoryReading) throws -> Answer) throws -> Answer

  /// Looks at one state of the memories, however long that takes; the body is called once, so it
  /// may hand on what it reads. Files may stand beside the database meanwhile.
  ///
  /// - Throws: ``StoreError``, also with `changed` where nothing can be written or locked and
  ///   another process wrote meanwhile; or what `body` throws.
  func readMemoriesOnce<Answer>(_ body: (any MemoryReading) throws -> Answer) throws -> Answer

  /// Changes memories, in one step: what `body` throws undoes all it did.
  ///
  /// - Throws: ``StoreError``, or what `body` throws.
  func writeMemories<Answer>(_ body: (any MemoryWriting) throws -> Answer) throws -> Answer
}

/// One state of the memories.
public protocol MemoryReading {
  /// Given when the base was made, and never changed.
  func databaseID() throws -> String

  /// All memories, in the order in which they were made.
  func memories() throws -> [Memory]

  /// The memory of this name, in any case.
  func memory(named name: String) throws -> Memory?

  /// Cheap: two rows by their keys.
  ///
  /// - Returns: `nil` where there is no such memory.
  func state(of memory: Int) throws -> MemoryState?

  /// What happened since a state; `nil` where that is none of this memory's past, so that whatever
  /// was made from it must be made anew.
  ///
  /// - Complexity: O(removed runs since).
  func changes(of memory: Int, since state: MemoryState) throws -> MemoryChanges?

  /// Passes over the units of a memory by rising number, from a number on.
  ///
  /// - Parameter body: is asked whether to go on.
  /// - Complexity: O(*n*), in constant memory; measured 2026-11: 100,000 units of 700 bytes in 0.05
  ///   s.
  func eachUnit(
    of memory: Int, from number: Int, _ body: (borrowing UnitRow) throws -> Bool) throws

  /// Passes over the units of a memory in the order of their places.
  func eachUnitInOrder(of memory: Int, _ body: (borrowing UnitRow) throws -> Bool) throws

  func unit(_ number: Int, of memory: Int) throws -> StoredUnit?

  /// The units before and after a place.
  func neighbours(
    ofPosition position: Int, in memory: Int
  ) throws -> (before: StoredUnit?, after: StoredUnit?)

  /// The imports of a memory that can be taken back, the last one last.
  func imports(of memory: Int) throws -> [ImportedDocument]

  /// Says what an import would do, and stores nothing.
  func rehearseImport(_ start: ImportStart) throws -> any MemoryImport
}

/// The memories in the middle of a write; sees what the write has done so far.
public protocol MemoryWriting: MemoryReading {
  /// Makes an empty memory.
  ///
  /// - Throws: ``StoreError`` with `memoryExists`, or with `badMemoryName`.
  func makeMemory(named name: String) throws -> Memory

  /// - Throws: ``StoreError`` with `noMemory`, `memoryExists` or `badMemoryName`.
  func rename(_ memory: Int, to name: String) throws

  /// Removes a memory with all its units.
  ///
  /// - Throws: ``StoreError`` with `noMemory`.
  func remove(_ memory: Int) throws

  func startImport(_ start: ImportStart) throws -> any MemoryImport

  /// Takes the last import back: what it brought goes, what it replaced returns. Units that were
  /// changed by hand since stay.
  ///
  /// - Throws: ``StoreError`` with `nothingToUndo`.
  func undoLastImport(of memory: Int) throws -> UndoResult

  /// Adds one unit behind the others, whether or not an equal one is there.
  ///
  /// - Returns: its number.
  /// - Throws: ``StoreError`` with `forbiddenCharacter` for what cannot stand in XML.
  func add(_ unit: IncomingUnit, to memory: Int) throws -> Int

  /// Puts a unit in the place of another.
  ///
  /// - Returns: its number.
  /// - Throws: ``StoreError`` with `noUnit` or `forbiddenCharacter`.
  func edit(_ number: Int, of memory: Int, to unit: IncomingUnit) throws -> Int

  /// - Throws: ``StoreError`` with `noUnit`.
  func removeUnit(_ number: Int, of memory: Int) throws
}

extension MemoryReading {
  /// The memory of this name.
  ///
  /// - Throws: ``StoreError`` with `noMemory`.
  public func existingMemory(named name: String) throws -> Memory {
    if let memory = try memory(named: name) { return memory }
    throw StoreError.noMemory(name, names: try memories().map(\.name))
  }
}

extension StoreError {
  /// That there is no memory of this name.
  ///
  /// - Parameter names: of those that there are.
  public static func noMemory(_ name: String, names: [String]) -> StoreError {
    let names = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return StoreError(
      .noMemory, at: nil, ["name": name, "names": names.isEmpty ? "none" : names])
  }
}
