import Foundation
import GRDB

/// Reads a database without making or changing any file beside it, and where nothing may be
/// written.
///
/// A database in WAL mode is awkward to read: SQLite wants to make its index file even for a
/// reader, fails where it may not, and leaves it behind where it may. So, by what is there:
///
/// - No log (`-wal`) with anything in it: all is in the database's file, which is read as it is
///   (`immutable=1`), without locks. A write that came in meanwhile is noticed afterwards, by the
///   log, the file's time and the tokens of the base, and then the reading begins again.
/// - A log and its index (`-shm`): somebody is writing, or was killed. SQLite reads both, locks and
///   all, and needs to make nothing.
/// - A log without an index: a copy that was made of a base in use. Both files are copied to a
///   temporary folder and read there.
struct ReadOnlyDatabase {
  let files: DatabaseFiles

  /// How often a reading begins again before it takes part in the locking, like a writer.
  private static let mostAttempts = 20

  /// - Throws: ``StoreError`` with `missing`, or what the file is instead; what `body` throws.
  func read<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
    for _ in 0..<Self.mostAttempts {
      guard let stamp = try files.stamp() else { throw StoreError.missing(at: files.shownPath) }
      if files.isSettled {
        if let answer = try readSettled(stamp, body) { return try answer.get() }
      } else if let log = files.stamp(ofSuffix: "-wal"),
        !hasHelpers
      {
        if let answer = try readCopy(stamp, log, body) { return try answer.get() }
      } else {
        break
      }
    }
    return try read(at: files.path, body)
  }

  /// Reads once, in one state that lasts as long as the body takes, whoever writes meanwhile.
  ///
  /// Where something may be written it takes part in the locking, like a writer, and so SQLite's
  /// files stand beside the database until it ends.
  ///
  /// - Throws: as ``read(_:)``; ``StoreError`` with `changed` where nothing may be written or
  ///   locked, and the base was written to meanwhile.
  func readOnce<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
    guard let stamp = try files.stamp() else { throw StoreError.missing(at: files.shownPath) }
    if files.obstacleToWriting(exists: true) == nil {
      return try read(at: files.path, isReadOnly: false, body)
    }
    let log = files.stamp(ofSuffix: "-wal")
    var answer: Result<Answer, any Error>?
    if files.isSettled {
      answer = try readSettled(stamp, body)
    } else if let log, !hasHelpers {
      answer = try readCopy(stamp, log, body)
    } else {
      return try read(at: files.path, body)
    }
    guard let answer else { throw StoreError(.changed, at: files.shownPath) }
    return try answer.get()
  }

  /// Whether SQLite has its index of the log, or a journal, beside the database.
  private var hasHelpers: Bool {
    files.stamp(ofSuffix: "-shm") != nil || files.stamp(ofSuffix: "-journal") != nil
  }

  /// `nil` where the file was changed while it was read.
  private func readSettled<Answer>(
    _ stamp: DatabaseFiles.Stamp, _ body: (Database) throws -> Answer
  ) throws -> Result<Answer, any Error>? {
    let uri = Self.uri(files.path, "immutable=1")
    var before: [String]?
    let answer = Result {
      try read(at: uri) { db in
        before = Self.tokens(db)
        return try body(db)
      }
    }
    // The clock of a file system may tick more slowly than two writes follow each other, so the
    // tokens, which are others after each write, are looked at too, over a second connection.
    guard try files.stamp() == stamp, files.isSettled else { return nil }
    let after = try? read(at: uri, Self.tokens)  // If it cannot be read now, it was changed.
    guard case .failure = answer else { return after == before ? answer : nil }
    return answer
  }

  /// `nil` for a database that is not ours, or blank: there are no tokens to compare.
  private static func tokens(_ db: Database) -> [String]? {
    try? SQLiteReading(db).allTokens()  // Another program's database has no such table.
  }

  private func readCopy<Answer>(
    _ stamp: DatabaseFiles.Stamp, _ log: DatabaseFiles.Stamp,
    _ body: (Database) throws -> Answer
  ) throws -> Result<Answer, any Error>? {
    // Without an index nobody writes, and while the log is the same one, nobody has.
    func isUntouched() throws -> Bool {
      try files.stamp() == stamp && files.stamp(ofSuffix: "-wal") == log && !hasHelpers
    }
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "yiming-\(UUID().uuidString)")
    let copy = folder.appending(path: "copy.sqlite").path
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try manager.copyItem(atPath: files.path, toPath: copy)
      try manager.copyItem(atPath: files.path + "-wal", toPath: copy + "-wal")
    } catch {
      try? manager.removeItem(at: folder)  // It may not have been made.
      guard try isUntouched() else { return nil }
      throw StoreError(
        .unreadable, at: files.shownPath,
        ["reason": "its log cannot be copied to \(manager.temporaryDirectory.path)"])
    }
    defer { try? manager.removeItem(at: folder) }  // What is left there harms nobody.
    // The copies have the permissions of what may be read-only files.
    for suffix in ["", "-wal"] {
      try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy + suffix)
    }
    guard try isUntouched() else { return nil }
    return Result { try read(at: copy, isReadOnly: false, body) }
  }

  private func read<Answer>(
    at path: String, isReadOnly: Bool = true, _ body: (Database) throws -> Answer
  ) throws -> Answer {
    try StoreError.translating(at: files.shownPath) {
      var configuration = Configuration()
      configuration.readonly = isReadOnly
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }  // Nothing was written, so nothing can be lost.
      return try queue.read(body)
    }
  }

  /// `file:` with the path's special characters escaped.
  private static func uri(_ path: String, _ query: String) -> String {
    var uri = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"): uri += "%25"
      case UInt8(ascii: "?"): uri += "%3f"
      case UInt8(ascii: "#"): uri += "%23"
      default:
        // Bytes above ASCII too: SQLite takes them as they are once they are unescaped.
        if byte < 0x80 {
          uri.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          uri += "%" + String(byte, radix: 16)
        }
      }
    }
    return uri + "?" + query
  }
}
