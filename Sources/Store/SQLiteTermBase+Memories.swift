import GRDB

extension SQLiteTermBase: MemoryStore {
  public func readMemories<Answer>(
    _ body: (any MemoryReading) throws -> Answer
  ) throws -> Answer {
    switch access {
    case .reading: try ReadOnlyDatabase(files: files).read { try read($0, body) }
    case .writing: try readMemoriesOnce(body)
    }
  }

  public func readMemoriesOnce<Answer>(
    _ body: (any MemoryReading) throws -> Answer
  ) throws -> Answer {
    switch access {
    case .reading: try ReadOnlyDatabase(files: files).readOnce { try read($0, body) }
    case .writing(let queue, let policy):
      try StoreError.translating(at: files.shownPath, policy: policy) {
        try queue.read { try body(SQLiteMemoryReading($0)) }
      }
    }
  }

  private func read<Answer>(
    _ db: Database, _ body: (any MemoryReading) throws -> Answer
  ) throws -> Answer {
    try DatabaseIdentity(db).check(path: files.shownPath)
    return try body(SQLiteMemoryReading(db))
  }

  public func writeMemories<Answer>(
    _ body: (any MemoryWriting) throws -> Answer
  ) throws -> Answer {
    try transaction { db in
      let writing = try SQLiteMemoryWriting(db)
      let answer = try body(writing)
      try writing.finish()
      return answer
    }
  }
}
