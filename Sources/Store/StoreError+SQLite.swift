import GRDB

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension StoreError {
  /// What SQLite's error means for a person.
  init(_ error: DatabaseError, at path: String, policy: WaitPolicy? = nil) {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self.init(.notADatabase, at: path)
    case .SQLITE_CORRUPT: self.init(.damaged, at: path, ["reason": reason])
    case .SQLITE_FULL: self.init(.full, at: path, ["reason": reason])
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, at: path,
        ["holder": WriterLock.unknownHolder, "seconds": policy?.seconds ?? "0"])
    case .SQLITE_READONLY, .SQLITE_PERM: self.init(.readOnly, at: path, ["reason": reason])
    case .SQLITE_CANTOPEN: self.init(.unreadable, at: path, ["reason": reason])
    case .SQLITE_IOERR:
      switch error.extendedResultCode {
      case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC,
        .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN:
        self.init(.full, at: path, ["reason": reason])
      default: self.init(.unreadable, at: path, ["reason": reason])
      }
    // Our tables are not there, or not as we made them.
    case .SQLITE_ERROR, .SQLITE_MISMATCH: self.init(.damaged, at: path, ["reason": reason])
    default: self.init(.failed, at: path, ["reason": reason])
    }
  }

  /// Runs the body; SQLite's errors come out as errors of this type.
  static func translating<Answer>(
    at path: String, policy: WaitPolicy? = nil, _ body: () throws -> Answer
  ) throws -> Answer {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, at: path, policy: policy)
    }
  }
}

/// What the system said of the last call that failed: "Permission denied".
func lastSystemError() -> String { String(cString: strerror(errno)) }
