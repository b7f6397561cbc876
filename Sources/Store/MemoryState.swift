/// One state of a memory, for an index to remember what it was made from.
///
///     guard let changes = try memories.changes(of: memory, since: state) else { return rebuild() }
public struct MemoryState: Hashable, Sendable {
  /// Of the database: see ``MemoryReading/databaseID()``.
  public let databaseID: String
  public let memory: Int
  /// How many writes have changed the memory.
  public let revision: Int
  /// Drawn by lot at that write, so that copies of a database that went on apart can be told from
  /// each other.
  public let token: Int
  /// All numbers of units are below this one.
  public let nextNumber: Int

  public init(databaseID: String, memory: Int, revision: Int, token: Int, nextNumber: Int) {
    self.databaseID = databaseID
    self.memory = memory
    self.revision = revision
    self.token = token
    self.nextNumber = nextNumber
  }
}

/// What happened to a memory since a state of it.
public struct MemoryChanges: Hashable, Sendable {
  /// Units with this number and above came since, as far as they are there still.
  public let firstNew: Int
  /// Numbers of units that went since. Some of them may have come since, too.
  public let removed: [Range<Int>]
  /// The state now.
  public let state: MemoryState

  public init(firstNew: Int, removed: [Range<Int>], state: MemoryState) {
    self.firstNew = firstNew
    self.removed = removed
    self.state = state
  }
}
