import Foundation
import GRDB
import Store
import Synchronization
import TermModel
import TestSupport
import Testing

@Suite struct SQLiteMemoryTests {
  private let folder: TemporaryFolder
  private let path: String
  private let policy = WaitPolicy(command: "yiming test")

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("base.sqlite")
  }

  private func open() throws -> SQLiteTermBase {
    try SQLiteTermBase.open(at: path, policy: policy)
  }

  @Test(arguments: MemoryContract.cases)
  func `SQLite keeps what a store of memories promises`(_ promise: MemoryContract) throws {
    try promise.check((try open(), try open()))
  }

  /// A base as the version before the memories made it.
  private func makeOldBase() throws {
    try open().write { _ = try $0.put(Samples.nvidia) }
    try DatabaseQueue(path: path).writeWithoutTransaction { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('memory', 'memory_write',
            'removed', 'import', 'unit', 'unit_hash', 'unit_key', 'replaced')
          """)
      #expect(tables.count == 8)
      for table in tables { try db.execute(sql: "DROP TABLE \(table)") }
      try db.execute(
        sql: """
          DELETE FROM fact WHERE name = 'hash-key';
          DELETE FROM revisions WHERE name = 'memories';
          PRAGMA user_version = 2
          """)
    }
  }

  @Test func `an older base is read as it is, and migrated when it is opened to write`() throws {
    try makeOldBase()
    let before = try Data(contentsOf: URL(filePath: path))
    let old = try #require(try SQLiteTermBase.openForReading(at: path))
    try old.readMemories { (memories) throws in
      #expect(try memories.memories().isEmpty)
      #expect(try memories.memory(named: "m") == nil)
      #expect(
        try memories.changes(
          of: 1,
          since: MemoryState(
            databaseID: "", memory: 1, revision: 1, token: 1, nextNumber: 1)) == nil)
      try memories.eachUnitInOrder(of: 1) { _ in false }
    }
    let rehearsed = try old.rehearse([MemorySamples.unit("a"), MemorySamples.unit("a")])
    #expect(rehearsed.result.counts == ImportCounts(read: 2, added: 2))
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(folder.names == ["base.sqlite"])
    try open().take([MemorySamples.unit("a")])
    let base = try #require(try SQLiteTermBase.openForReading(at: path))
    #expect(try base.concepts() == [Samples.nvidia])
    #expect(try base.texts() == ["a"])
  }

  @Test func `an index of one copy is none of the other's, once they went on apart`() throws {
    let unit = MemorySamples.unit("a")
    try open().take([unit])
    let copy = folder.file("copy.sqlite")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let copied = try SQLiteTermBase.open(at: copy, policy: policy)
    let base = try open()
    let common = try #require(try base.readMemories { try $0.state(of: 1) })
    try base.take([MemorySamples.unit("b")])
    try copied.take([MemorySamples.unit("c")])
    let states = try [base, copied].map { store in
      try #require(try store.readMemories { try $0.state(of: 1) })
    }
    #expect(states[0].revision == states[1].revision && states[0] != states[1])
    #expect(try copied.readMemories { try $0.changes(of: 1, since: states[0]) } == nil)
    for store in [base, copied] {
      let changes = try store.readMemories { try $0.changes(of: 1, since: common) }
      #expect(changes?.firstNew == 2 && changes?.removed == [])
    }
  }

  @Test func `a long reading sees one state, whoever writes, and leaves no file behind`() throws {
    try open().take((0..<100).map { MemorySamples.unit("\($0)") })
    let base = try #require(try SQLiteTermBase.openForReading(at: path))
    var seen = 0
    try base.readMemoriesOnce { (memories) throws in
      try memories.eachUnitInOrder(of: 1) { row in
        seen += 1
        if seen == 10 {
          // Opened, written and closed beneath it.
          let writer = try SQLiteTermBase.open(at: path, policy: policy)
          try writer.take((0..<200).map { MemorySamples.unit("more \($0)") })
          try writer.writeMemories { try $0.removeUnit(50, of: 1) }
        }
        return true
      }
      #expect(try memories.state(of: 1)?.revision == 1)
    }
    #expect(seen == 100)
    #expect(folder.names == ["base.sqlite"])
    #expect(try base.texts().count == 299)
    #expect(folder.names == ["base.sqlite"])
  }

  @Test func `readers beside an importer see whole imports only`() throws {
    let path = path
    let policy = policy
    try open().take([MemorySamples.unit("first")])
    let shared = Mutex((isDone: false, failures: [String](), reads: 0))
    inThreads(3) { worker in
      do {
        if worker == 0 {
          for file in 0..<25 {
            let base = try SQLiteTermBase.open(at: path, policy: policy)
            try base.take((0..<40).map { MemorySamples.unit("\(file) \($0)") })
          }
          shared.withLock { $0.isDone = true }
        } else {
          while !shared.withLock({ $0.isDone }) {
            guard let base = try SQLiteTermBase.openForReading(at: path) else { continue }
            let count = worker == 1 ? try base.texts().count : try Self.countOnce(base)
            shared.withLock { state in
              state.reads += 1
              if count % 40 != 1 { state.failures.append("\(count) units") }
            }
          }
        }
      } catch {
        shared.withLock { state in
          state.isDone = true
          state.failures.append("worker \(worker): \(error)")
        }
      }
    }
    #expect(shared.withLock { $0.failures } == [])
    #expect(shared.withLock { $0.reads } > 5)
    #expect(try open().texts().count == 1_001)
  }

  private static func countOnce(_ base: SQLiteTermBase) throws -> Int {
    try base.readMemoriesOnce { (memories) throws in
      var count = 0
      try memories.eachUnit(of: 1, from: 0) { _ in
        count += 1
        return true
      }
      return count
    }
  }

  @Test func `a write to a memory is no write to the terms`() throws {
    let base = try open()
    try base.write { _ = try $0.put(Samples.nvidia) }
    let stamp = try base.stamp()
    try base.take([MemorySamples.unit("a")])
    #expect(try base.stamp() == stamp && base.revision() == 1)
    #expect(throws: StoreError.self) {
      try SQLiteTermBase.openForReading(at: path)?.take([MemorySamples.unit("b")])
    }
  }
}
