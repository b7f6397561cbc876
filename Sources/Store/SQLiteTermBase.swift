import Foundation
import GRDB

/// A term base and translation memories in one SQLite file.
///
///     let base = try SQLiteTermBase.open(at: path, policy: WaitPolicy(command: "yiming term add"))
///     try base.write { try $0.put(nvidia) }
///
///     let concepts = try SQLiteTermBase.openForReading(at: path)?.concepts() ?? []
///
/// The file is in WAL mode: reading goes on while another process writes. A commit is on the disk
/// when `write` returns (`synchronous = FULL`). Writers take turns; see ``WaitPolicy``.
public final class SQLiteTermBase: TermBaseStore {
  enum Access: Sendable {
    case reading
    case writing(DatabaseQueue, WaitPolicy)
  }

  let files: DatabaseFiles
  let access: Access

  private init(_ files: DatabaseFiles, _ access: Access) {
    self.files = files
    self.access = access
  }

  /// Opens a base to read only: makes and changes no file, and works where nothing may be written.
  ///
  /// Every `read` opens the file anew: 0.3 ms, measured 2026-11.
  ///
  /// - Returns: `nil` where there is no file, or one into which nothing was written yet.
  /// - Throws: ``StoreError`` for a file that is no term base, or of a later version.
  public static func openForReading(at path: String) throws -> SQLiteTermBase? {
    let files = DatabaseFiles(path)
    guard let identity = try identity(files), !identity.isBlank else { return nil }
    return SQLiteTermBase(files, .reading)
  }

  /// Opens a base to read and write; makes it, and the folders above it, where there is none.
  ///
  /// - Throws: ``StoreError``.
  public static func open(at path: String, policy: WaitPolicy) throws -> SQLiteTermBase {
    let files = DatabaseFiles(path)
    let identity = try identity(files)
    if identity == nil { try files.makeFolder() }
    if let reason = files.obstacleToWriting(exists: identity != nil) {
      let code = identity == nil ? StoreError.Code.cannotCreate : .readOnly
      throw StoreError(code, at: path, ["reason": reason])
    }
    let queue = try StoreError.translating(at: path, policy: policy) {
      do {
        return try DatabaseQueue(path: files.path, configuration: configuration(files, policy))
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
        let code = identity == nil ? StoreError.Code.cannotCreate : .unreadable
        throw StoreError(code, at: path, ["reason": error.message ?? ""])
      }
    }
    let base = SQLiteTermBase(files, .writing(queue, policy))
    try base.prepare(queue, policy)
    return base
  }

  public func read<Answer>(_ body: (any TermBaseReading) throws -> Answer) throws -> Answer {
    switch access {
    case .reading:
      return try ReadOnlyDatabase(files: files).read { db in
        try DatabaseIdentity(db).check(path: files.shownPath)
        return try body(SQLiteReading(db))
      }
    case .writing(let queue, let policy):
      return try StoreError.translating(at: files.shownPath, policy: policy) {
        try queue.read { try body(SQLiteReading($0)) }
      }
    }
  }

  public func write<Answer>(_ body: (any TermBaseWriting) throws -> Answer) throws -> Answer {
    try transaction { db in
      let writing = SQLiteWriting(db)
      let answer = try body(writing)
      try writing.finish()
      return answer
    }
  }

  /// Runs the body in a transaction that writes, and commits.
  func transaction<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
    guard case .writing(let queue, let policy) = access else {
      let reason = "it was opened to read only"
      throw StoreError(.readOnly, at: files.shownPath, ["reason": reason])
    }
    return try takingTurn(policy) {
      try StoreError.translating(at: files.shownPath, policy: policy) {
        try queue.writeWithoutTransaction { db in
          var answer: Answer?
          try db.inTransaction(.immediate) {
            answer = try body(db)
            return .commit
          }
          return answer!
        }
      }
    }
  }

  /// Runs the body when no other process of Yiming writes.
  func takingTurn<Answer>(
    _ policy: WaitPolicy, _ body: () throws -> Answer
  ) throws -> Answer {
    let lock = try WriterLock(database: files.path, shownPath: files.shownPath, policy: policy)
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  /// What the file says of itself; `nil` where there is none.
  private static func identity(_ files: DatabaseFiles) throws -> DatabaseIdentity? {
    guard let stamp = try files.stamp() else { return nil }
    try files.checkHeader(size: stamp.size)
    let identity = try ReadOnlyDatabase(files: files).read(DatabaseIdentity.init)
    try identity.check(path: files.shownPath)
    return identity
  }

  static func configuration(
    _ files: DatabaseFiles, _ policy: WaitPolicy
  ) -> Configuration {
    var configuration = Configuration()
    // Only programs that do not know our lock are met here.
    configuration.busyMode = .callback { attempts in
      let waited = Duration.milliseconds(10) * attempts
      if waited >= policy.limit { return false }
      if waited >= policy.patience, waited - .milliseconds(10) < policy.patience {
        let holder = ["holder": WriterLock.unknownHolder]
        policy.notice(StoreError(.waiting, at: files.shownPath, holder))
      }
      usleep(10_000)
      return true
    }
    configuration.prepareDatabase { db in
      // The cache, in KiB, is what an import holds of its pages; larger ones made none faster
      // (2026-11). A log that grew with an import does not stay so large where others have the base
      // open.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -4000;
          PRAGMA journal_size_limit = 67108864
          """)
    }
    return configuration
  }

  /// Makes the tables of a new base, and those that an older one lacks.
  private func prepare(_ queue: DatabaseQueue, _ policy: WaitPolicy) throws {
    try StoreError.translating(at: files.shownPath, policy: policy) {
      let isReady = try queue.read { db in
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        return try DatabaseIdentity(db).isCurrent && mode == "wal"
      }
      if isReady { return }
      try takingTurn(policy) {
        try queue.writeWithoutTransaction { db in
          // Of an empty file only; another keeps the size that it has.
          try db.execute(sql: "PRAGMA page_size = \(Schema.pageSize)")
          // A file system without shared memory keeps the mode it has, which is as safe.
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          try db.inTransaction(.immediate) {
            let identity = try DatabaseIdentity(db)
            try identity.check(path: files.shownPath)
            if !identity.isCurrent { try Schema.migrate(db, from: identity.version) }
            return .commit
          }
        }
      }
    }
  }
}
